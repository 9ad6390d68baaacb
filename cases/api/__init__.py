"""The procedure for machines: the calendar that its terms are counted with."""
