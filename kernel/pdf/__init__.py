"""Documents on paper: a neutral document in, the bytes of its PDF out; reportlab stays inside."""

from kernel.pdf.render import render_pdf

__all__ = ["render_pdf"]
