"""Signs drawn on the server: a verdict is told by its shape as much as by its colour."""

from types import MappingProxyType
from typing import Final

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

# Each sign is a drawing on a 24 x 24 grid, one stroke wide, taking the colour of the text around it.
SHAPES: Final = MappingProxyType(
    {
        "stop": '<path d="M8 2.5h8L21.5 8v8L16 21.5H8L2.5 16V8z"/><path d="M7.5 12h9"/>',
        "review": '<path d="M12 3 22 20.5H2z"/><path d="M12 10v4.5M12 17.4v.2"/>',
        "watch": '<path d="M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12z"/>'
        '<circle cx="12" cy="12" r="2.8"/>',
        "unknown": '<circle cx="12" cy="12" r="9.5"/>'
        '<path d="M9.2 9.4a2.9 2.9 0 1 1 4.3 2.5c-1 .6-1.5 1.1-1.5 2.3M12 17v.2"/>',
        "clear": '<circle cx="12" cy="12" r="9.5"/><path d="m7.5 12.4 3 3 6-6.4"/>',
        "not-screened": '<path d="M3 3h4M10 3h4M17 3h4v4M21 10v4M21 17v4h-4'
        'M14 21h-4M7 21H3v-4M3 14v-4M3 7V3M8 8l8 8"/>',
        "no-border": '<path d="M3 12h5M16 12h5M12 3v4M12 10v4M12 17v4"/>',
        "info": '<circle cx="12" cy="12" r="9.5"/><path d="M12 11v6M12 7.2v.2"/>',
        "warning": '<path d="M12 3 22 20.5H2z"/><path d="M12 10v4.5M12 17.4v.2"/>',
        "error": '<circle cx="12" cy="12" r="9.5"/><path d="m8.5 8.5 7 7M15.5 8.5l-7 7"/>',
        "success": '<circle cx="12" cy="12" r="9.5"/><path d="m7.5 12.4 3 3 6-6.4"/>',
        "clock": '<circle cx="12" cy="12" r="9.5"/><path d="M12 6.5V12l3.6 2.2"/>',
        "file": '<path d="M6 2.5h8l4.5 4.5v14.5H6z"/><path d="M14 2.5V7h4.5"/>',
        "upload": '<path d="M12 15.5V4M7.5 8 12 3.5 16.5 8M4 15v5.5h16V15"/>',
        "download": '<path d="M12 4v11.5M7.5 11 12 15.5 16.5 11M4 15v5.5h16V15"/>',
        "list": '<path d="M8.5 6H21M8.5 12H21M8.5 18H21M3.5 6h1M3.5 12h1M3.5 18h1"/>',
        "search": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5.5 5.5"/>',
        "parcel": '<path d="m12 2.5 9 4.7v9.6l-9 4.7-9-4.7V7.2zM3 7.2l9 4.8 9-4.8M12 12v9.5"/>',
        "book": '<path d="M4 4.5A2 2 0 0 1 6 2.5h14v16H6a2 2 0 0 0-2 2zM4 20.5a1 1 0 0 0 1 1h15v-3"/>',
        "person": '<circle cx="12" cy="8" r="4.5"/><path d="M3.5 21.5c1-4.2 4.3-6.2 8.5-6.2s7.5 2 8.5 6.2"/>',
        "sun": '<circle cx="12" cy="12" r="4.5"/>'
        '<path d="M12 1.5v3M12 19.5v3M1.5 12h3M19.5 12h3'
        'M4.6 4.6l2.1 2.1M17.3 17.3l2.1 2.1M4.6 19.4l2.1-2.1M17.3 6.7l2.1-2.1"/>',
        "moon": '<path d="M20.5 14.2A9 9 0 0 1 9.8 3.5a9 9 0 1 0 10.7 10.7z"/>',
        "contrast": '<circle cx="12" cy="12" r="9.5"/><path d="M12 2.5v19a9.5 9.5 0 0 0 0-19z" fill="currentColor"/>',
        "arrow": '<path d="M4 12h15.5M13 5.5l6.5 6.5-6.5 6.5"/>',
        "language": '<circle cx="12" cy="12" r="9.5"/>'
        '<path d="M2.5 12h19M12 2.5c3 2.7 4 6 4 9.5s-1 6.8-4 9.5c-3-2.7-4-6-4-9.5s1-6.8 4-9.5z"/>',
    }
)


def icon(name: str) -> SafeString:
    """Return the sign as SVG, hidden from screen readers: the word beside it says the same."""
    shape = mark_safe(SHAPES[name])  # noqa: S308 - a constant of this module
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" '
        'stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">{}</svg>',
        shape,
    )
