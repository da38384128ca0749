"""Asking the site for a page many times, through all that serves it."""

import time
from collections.abc import Callable


def rate(ask: Callable[[], object], *, seconds: float = 2.0) -> float:
    """How many times a second ``ask`` is done, after one time that does not count."""
    ask()
    done, start = 0, time.perf_counter()
    while (spent := time.perf_counter() - start) < seconds:
        ask()
        done += 1
    return done / spent
