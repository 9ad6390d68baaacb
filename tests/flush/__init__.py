"""An app of the test settings alone: it lets the suite empty its database although the ledger refuses deletion."""
