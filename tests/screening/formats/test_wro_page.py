import pytest

from screening.formats.wro_page import csv_address

PAGE = "https://agency.example/document/stats/orders"
OLD = "/files/2026-05/withhold-release-orders-findings-fy26-2026-05-01.csv"
NEW = "/files/2026-06/withhold-release-orders-findings-fy26-2026-06-23.csv"


def page(*links: str) -> bytes:
    return ("<html><body>" + "".join(f'<a href="{link}">x</a>' for link in links) + "</body></html>").encode()


@pytest.mark.parametrize(
    ("data", "address"),
    [
        pytest.param(page(OLD, NEW), f"https://agency.example{NEW}", id="the newest of several"),
        pytest.param(page(NEW, OLD), f"https://agency.example{NEW}", id="whatever their order"),
        pytest.param(page(f"https://agency.example{OLD}"), f"https://agency.example{OLD}", id="a full address"),
        pytest.param(page(f"https://other.example{NEW}"), "", id="another host"),
        pytest.param(page(f"ftp://agency.example{NEW}", f"//other.example{NEW}"), "", id="another scheme"),
        pytest.param(page("/files/other.csv", "/withhold-release-orders.pdf"), "", id="other files"),
        pytest.param(page("https://[", NEW), f"https://agency.example{NEW}", id="a broken link beside it"),
        pytest.param(b"<html></html>", "", id="no link"),
        pytest.param(b"<", "", id="no page"),
        pytest.param(b"Effective Date,Entity", "", id="the CSV itself"),
    ],
)
def test_the_newest_file_on_the_pages_own_host(data: bytes, address: str) -> None:
    assert csv_address(data, page=PAGE) == address
