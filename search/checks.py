"""Rules that the search holds the site to."""

from django.conf import settings
from django.core.checks import Error, Warning, register
from django.db import connection

from search.engines import SCHEMES


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
