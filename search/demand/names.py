"""The names that no count of a query may hold, as this process knows them."""

import time

from people.models import PersonPage
from search.demand.wording import Names

#: Seconds after which the names are read again. A person added meanwhile in this
#: process is known at once (see :mod:`search.signals`).
KEPT = 300

_known: tuple[float, Names] | None = None


def known_names() -> Names:
    """The names of everybody with a profile, public or not (one query now and
    then)."""
    global _known
    now = time.monotonic()
    if _known is None or now - _known[0] > KEPT:
        _known = (now, Names(_names()))
    return _known[1]


def forget_names() -> None:
    """Read them anew the next time."""
    global _known
    _known = None


def _names():
    for title, family in PersonPage.objects.values_list("title", "family_name"):
        yield title
        if family:
            yield family
