"""Rules that the search holds the site to."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import Error, Warning, register
from django.db import connection

from search.engines import SCHEMES
from search.engines.elasticsearch.address import parse_address

#: Names of the machine itself.
LOCAL = {"localhost", "127.0.0.1", "::1"}


@register
def engine_is_known(app_configs, **kwargs):
    scheme = settings.SEARCH_URL.partition("://")[0]
    if scheme not in SCHEMES:
        return [
            Error(
                f"SEARCH_URL names an unknown search engine: {scheme!r}.",
                hint=f"Known: {', '.join(SCHEMES)}.",
                id="search.E001",
            )
        ]
    if scheme == "database" and connection.vendor != "sqlite":
        return [
            Warning(
                "The embedded search engine is made for SQLite: on "
                f"{connection.vendor}, search answers that it is out of order.",
                hint="Its twin for PostgreSQL comes later. Changes are kept.",
                id="search.W001",
            )
        ]
    return []


@register(deploy=True)
def engine_is_reached_safely(app_configs, **kwargs):
    """What is not public yet, and who may read it, must not cross a network in plain
    text."""
    scheme, _colon, _rest = settings.SEARCH_URL.partition("://")
    if scheme != "elasticsearch":
        return []
    hosts = parse_address(settings.SEARCH_URL, {}).hosts
    names = {urlsplit(host).hostname for host in hosts} - LOCAL
    if not names:
        return []
    return [
        Warning(
            f"Search is asked in plain text on {', '.join(sorted(names))}.",
            hint="Use https:// in SEARCH_URL, and SEARCH_CA for an authority of yours.",
            id="search.W002",
        )
    ]
