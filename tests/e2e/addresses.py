"""Where a page is, waited for: a click returns before the next page is there."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page


def parameters(address: str) -> dict[str, list[str]]:
    """The parameters of an address."""
    return parse_qs(urlsplit(address).query)


def wait_for_parameters(page: Page, /, **expected: list[str] | None) -> None:
    """Until a page whose address says just these is loaded, or fail.

    ``None``: the parameter is there with whatever value. ``not`` is written ``not_``.
    """
    wanted = {name.rstrip("_"): values for name, values in expected.items()}

    def arrived(address: str) -> bool:
        found = parameters(address)
        return found.keys() == wanted.keys() and all(
            values is None or found[name] == values for name, values in wanted.items()
        )

    page.wait_for_url(arrived)
