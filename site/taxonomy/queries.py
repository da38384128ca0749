"""What other apps ask of the vocabularies, without a query per concept."""

import threading
import uuid
from collections.abc import Iterable

from asgiref.local import Local
from django.core.signals import request_finished, request_started

from .index import ConceptIndex, IndexedConcept, build_index
from .versions import VocabularyVersion, version_bumped

#: The process's index and the version that it shows; replaced as one.
_shared: tuple[uuid.UUID, ConceptIndex] | None = None
_building = threading.Lock()
#: Per thread: the index that this request has already checked.
_request = Local()


def concept_index() -> ConceptIndex:
    """The index that is true now: at most one query a request to know that.

    Outside a request, and in one that has written to the vocabularies, every call
    asks the database for the version.
    """
    checked = getattr(_request, "index", None)
    if checked is not None:
        return checked
    index = _index_of_current_version()
    if getattr(_request, "may_trust", False):
        _request.index = index
    return index


def _index_of_current_version() -> ConceptIndex:
    global _shared
    # The version is read before the contents: what is written in between makes
    # an index that is newer than its stamp, and is only built once too often.
    version = VocabularyVersion.current()
    if version is None:
        return build_index()
    shared = _shared
    if shared is None or shared[0] != version:
        with _building:
            shared = _shared
            if shared is None or shared[0] != version:
                shared = _shared = (version, build_index())
    return shared[1]


def _request_starts(**kwargs):
    _request.index, _request.may_trust = None, True


def _request_no_longer_trusts(**kwargs):
    _request.index, _request.may_trust = None, False


request_started.connect(_request_starts)
request_finished.connect(_request_no_longer_trusts)
# Who writes may also roll back: from here this request asks every time.
version_bumped.connect(_request_no_longer_trusts)


def descendants(concept_ids: Iterable[int]) -> set[int]:
    """Ids of the given concepts and everything narrower."""
    return concept_index().descendants(concept_ids)


def ancestors(concept_ids: Iterable[int]) -> set[int]:
    """Ids of the given concepts and everything broader."""
    return concept_index().ancestors(concept_ids)


def aspect_of(concept_id: int) -> str:
    """The code of the aspect that a tag belongs to, or an empty text."""
    return concept_index().aspect_of(concept_id)


def theme_of(concept_id: int) -> IndexedConcept | None:
    """The theme that a tag belongs to."""
    return concept_index().theme_of(concept_id)


def goals_of(concept_ids: Iterable[int]) -> list[IndexedConcept]:
    """The Global Goals that these tags contribute to."""
    return concept_index().goals_of(concept_ids)
