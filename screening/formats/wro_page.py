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
        links = [link for _, attribute, link, _ in html.document_fromstring(data).iterlinks() if attribute == "href"]
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    return max((address for link in links if (address := _file_on_host(page, link))), key=_age, default="")


def _file_on_host(page: str, link: str) -> str:
    """Return the address a link of a page leads to when it is such a file on the page's host, else nothing."""
    try:
        address = urljoin(page, link)
        parts = urlsplit(address)
    except ValueError:  # no address at all
        return ""
    here = urlsplit(page)
    same = (parts.scheme, parts.netloc) == (here.scheme, here.netloc)
    return address if same and _FILE.search(parts.path) else ""


def _age(link: str) -> str:
    day = day_in(link.rsplit("/", 1)[-1])
    return day.isoformat() if day else ""
