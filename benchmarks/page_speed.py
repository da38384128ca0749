"""Detail pages beside a plain Wagtail page of the same size.

    make bench ARGS=page_speed

Needs the demonstration (``make run`` once). For a project and a person with much to
show: a plain Wagtail page, whose template only prints as many bytes as the page has,
is made inside a transaction that is rolled back. Both are asked for in turns, through
the same middleware and Wagtail's own serving; printed are the requests a second and
their ratio, where 1.00 is as fast as the plain page. *made*: each page is made for each
request, as for who has signed in. *kept*: as readers who have not signed in are served,
with the page cache, which serves the plain page too. *against plain*: the kept page
beside a plain page that is made each time, as Wagtail serves it by itself.
"""

import os
import statistics
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
django.setup()

from django.conf import settings  # noqa: E402
from django.db import transaction  # noqa: E402
from django.template.backends.django import Template  # noqa: E402
from django.template.base import Template as Source  # noqa: E402
from django.template.engine import Engine  # noqa: E402
from django.template.loader import engines  # noqa: E402
from django.test import Client  # noqa: E402
from wagtail.models import Page, Site  # noqa: E402

from benchmarks._serving import rate  # noqa: E402
from people.models import PersonPage  # noqa: E402
from projects.models import ProjectPage  # noqa: E402

ROUNDS = 5


def main() -> None:
    settings.ALLOWED_HOSTS, settings.DEBUG = ["*"], False
    client = Client()
    print(f"{'page':12} {'bytes':>8} {'':18} {'own/s':>8} {'plain/s':>8} {'ratio':>6}")
    for model in (ProjectPage, PersonPage):
        settings.PAGE_CACHE_SECONDS = 0
        _compare(client, _richest(client, model))


def _richest(client: Client, model) -> Page:
    """Of the first pages, the one that is largest."""
    pages = list(model.objects.live().filter(locale__language_code="sv")[:8])
    if not pages:
        sys.exit("There is no content to measure: make run once loads the demo.")
    return max(pages, key=lambda page: len(client.get(page.url).content))


def _compare(client: Client, page: Page) -> None:
    size = len(client.get(page.url).content)
    with transaction.atomic(), _plain_template():
        plain = _plain_page(size)
        made = _rates(client, (page.url, plain.url), 0)
        kept = _rates(client, (page.url, plain.url), 300)
        transaction.set_rollback(True)
    name = page._meta.model_name
    for way, own, other in (
        ("made", made[0], made[1]),
        ("kept", kept[0], kept[1]),
        ("kept against plain", kept[0], made[1]),
    ):
        print(f"{name:12} {size:8} {way:18} {own:8.1f} {other:8.1f} {own / other:6.2f}")


def _rates(client: Client, addresses: tuple[str, str], seconds: int) -> list[float]:
    """Requests a second for each address, asked for in turns."""
    settings.PAGE_CACHE_SECONDS = seconds
    rates: list[list[float]] = [[], []]
    for _round in range(ROUNDS):
        for own, address in zip(rates, addresses, strict=True):
            own.append(rate(lambda address=address: client.get(address)))
    return [statistics.median(own) for own in rates]


def _plain_page(size: int) -> Page:
    """A page of Wagtail's own that holds so many bytes, beside the site's."""
    home = Site.objects.get(is_default_site=True).root_page
    page = Page(title="Plain", slug="plain-page", search_description="x" * size)
    return home.add_child(instance=page)


@contextmanager
def _plain_template() -> Iterator[None]:
    """While it lasts, a page of Wagtail's own prints the text that it holds."""
    source = Source(
        "<!doctype html><title>Plain</title>{{ page.search_description }}",
        engine=Engine.get_default(),
    )
    template = Template(source, engines["django"])
    with patch.object(Page, "get_template", lambda self, *_args, **_kw: template):
        yield


if __name__ == "__main__":
    main()
