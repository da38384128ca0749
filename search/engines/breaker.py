"""Not to ask again and again what does not answer."""

import threading
import time
from collections.abc import Callable


class Breaker:
    """After a failure nobody asks for a while, then one does, and the others wait for
    how that went. Each failure in a row doubles the while, from ``first`` seconds to
    ``longest``. One for each process."""

    def __init__(
        self,
        first: float = 1.0,
        longest: float = 30.0,
        clock: Callable[[], float] = time.monotonic,
    ):
        self._first, self._longest, self._clock = first, longest, clock
        self._lock = threading.Lock()
        self._failures = 0
        self._closed_until = 0.0

    def lets_through(self) -> bool:
        with self._lock:
            if not self._failures:
                return True
            now = self._clock()
            if now < self._closed_until:
                return False
            # Who comes next is told to wait, should this one not come back.
            self._closed_until = now + self._first
            return True

    def failed(self) -> None:
        with self._lock:
            # A doubling too many is no number any more.
            wait = self._first * 2 ** min(self._failures, 16)
            self._failures += 1
            self._closed_until = self._clock() + min(wait, self._longest)

    def worked(self) -> None:
        with self._lock:
            self._failures = 0
