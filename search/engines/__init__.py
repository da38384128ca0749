"""The engines that can answer: the one of ``settings.SEARCH_URL``, and behind it the
embedded one, which hears of every change as well."""

import logging
import os
from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from search.engines.breaker import Breaker
from search.engines.database import DatabaseEngine
from search.engines.elasticsearch import ElasticsearchEngine
from search.engines.elasticsearch.address import parse_address
from search.engines.protocol import (
    Engine,
    EngineUnavailable,
    Findings,
    Found,
    Suggested,
)

__all__ = [
    "SCHEMES",
    "Engine",
    "EngineUnavailable",
    "Findings",
    "Found",
    "Suggested",
    "ask",
    "get_engine",
    "get_engines",
]

logger = logging.getLogger(__name__)

#: How a ``SEARCH_URL`` may begin.
SCHEMES = ("database", "elasticsearch", "https")

Answer = TypeVar("Answer")

_breakers: dict[str, Breaker] = {}


def get_engine() -> Engine:
    """The engine that the settings name."""
    return get_engines()[0]


def get_engines() -> tuple[Engine, ...]:
    """Every engine that hears of changes, in the order in which they are asked."""
    return _engines_for(settings.SEARCH_URL)


def ask(question: Callable[[Engine], Answer]) -> tuple[Answer, bool]:
    """The first engine's answer, or the next one's where it does not answer; and
    whether another than the first had to. Raises the last one's
    ``EngineUnavailable``."""
    first, *others = get_engines()
    if not others:
        return question(first), False
    breaker = _breakers.setdefault(settings.SEARCH_URL, Breaker())
    if breaker.lets_through():
        try:
            answer = question(first)
        except EngineUnavailable as error:
            breaker.failed()
            logger.warning("The engine %s does not answer: %s", first.name, error)
        else:
            breaker.worked()
            return answer, False
    for engine in others[:-1]:
        try:
            return question(engine), True
        except EngineUnavailable as error:
            logger.warning("The engine %s does not answer: %s", engine.name, error)
    return question(others[-1]), True


@lru_cache(maxsize=8)
def _engines_for(url: str) -> tuple[Engine, ...]:
    scheme = url.partition("://")[0]
    if scheme not in SCHEMES:
        raise ImproperlyConfigured(
            f"SEARCH_URL names an unknown engine, {scheme!r}; known: {SCHEMES}"
        )
    embedded = DatabaseEngine()
    if scheme == "database":
        return (embedded,)
    return ElasticsearchEngine(parse_address(url, os.environ)), embedded
