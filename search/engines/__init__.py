"""The engines that can answer, chosen by ``settings.SEARCH_URL``."""

from functools import lru_cache

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from search.engines.database import DatabaseEngine
from search.engines.protocol import (
    Engine,
    EngineUnavailable,
    Findings,
    Found,
    Suggested,
)

__all__ = [
    "ENGINES",
    "Engine",
    "EngineUnavailable",
    "Findings",
    "Found",
    "Suggested",
    "get_engine",
]

#: What the scheme of ``SEARCH_URL`` means.
ENGINES = {"database": DatabaseEngine}


def get_engine() -> Engine:
    """The engine that the settings name."""
    return _engine_for(settings.SEARCH_URL)


@lru_cache(maxsize=8)
def _engine_for(url: str) -> Engine:
    scheme = url.partition("://")[0]
    if scheme not in ENGINES:
        raise ImproperlyConfigured(
            f"SEARCH_URL names an unknown engine, {scheme!r}; known: {list(ENGINES)}"
        )
    return ENGINES[scheme]()
