"""Documents of a case as neutral content; ``kernel.pdf`` draws them, and a page shows the same."""

from cases.pdf.acuse import acuse_document

__all__ = ["acuse_document"]
