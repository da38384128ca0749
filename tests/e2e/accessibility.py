"""What axe can see of WCAG 2.2 AA. It sees less than half; people see the rest."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def assert_accessible(page: Page) -> None:
    """Fail with the rules that the page breaks, and where."""
    found = (
        Axe()
        .run(page, options={"runOnly": {"type": "tag", "values": LEVELS}})
        .response["violations"]
    )
    lines = [
        f"{violation['id']}: {violation['help']}\n    {node['html']}"
        for violation in found
        for node in violation["nodes"]
    ]
    assert not lines, "\n".join([page.url, *lines])
