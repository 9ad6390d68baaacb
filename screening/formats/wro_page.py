"""Finds the CSV of orders on CBP's document page: the page stays, the file gets a new name with each edition."""

import re
from typing import Final
from urllib.parse import urljoin, urlsplit

from lxml import etree, html

from screening.formats.content import day_in
from screening.formats.dhs_page import looks_like_a_page

_FILE: Final = re.compile(r"withhold-release-orders[^/]*\.csv$", re.I)


def csv_address(data: bytes, *, page: str) -> str:
    """Return the address of the newest CSV that a page links to on its own host; empty when there is none."""
    if not looks_like_a_page(data):
        return ""
    try:
        links = html.document_fromstring(data).iterlinks()
        found = [urljoin(page, link) for _, attribute, link, _ in links if attribute == "href"]
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    host = urlsplit(page).netloc
    files = [link for link in found if _is_file(link, host)]
    return max(files, key=_age, default="")


def _is_file(link: str, host: str) -> bool:
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and parts.netloc == host and bool(_FILE.search(parts.path))


def _age(link: str) -> str:
    day = day_in(link.rsplit("/", 1)[-1])
    return day.isoformat() if day else ""
