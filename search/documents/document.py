"""What an index holds about one thing: a record, an organisation, a concept, a page."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class DocumentText:
    """What can be read about the thing in one language, as plain text.

    ``url`` is the path of the page in that language.
    """

    title: str
    url: str
    summary: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One thing that can be found, in all its languages.

    ``key`` is the index's own name for it (``project:<uuid>``), ``identifier`` the
    world's (``2013-01747_Vinnova``). ``texts`` has the languages that it can be
    read in. ``keywords`` are words that lead to it in each language without
    standing in its text: labels of its concepts, names of its organisations.
    ``numbers`` are normalised case numbers. ``facets`` are values to narrow by.
    ``date`` is ISO 8601 to the precision known (``2013``, ``2013-09``), empty if
    not known. After ``visible_until`` it is not shown, however old the index is.
    ``coverage`` has the state of each aspect (projects only), and ``extra`` what a
    hit shows besides, as JSON has it.
    """

    key: str
    type: str
    identifier: str
    texts: Mapping[str, DocumentText]
    keywords: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    numbers: tuple[str, ...] = ()
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort_titles: Mapping[str, str] = field(default_factory=dict)
    date: str = ""
    updated: datetime | None = None
    visible_until: datetime | None = None
    coverage: Mapping[str, str] = field(default_factory=dict)
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self.texts)

    def text_in(self, lang: str) -> tuple[DocumentText, str]:
        """The text for a reader of ``lang``, and the language that it is in."""
        if lang in self.texts:
            return self.texts[lang], lang
        other = next(iter(self.texts))
        return self.texts[other], other


#: What a hit needs; the rest of a document is only matched and counted.
_SHOWN = ("type", "identifier", "date", "coverage", "extra")


def dump_shown(document: SearchDocument) -> str:
    """What :func:`load_shown` needs to give the document back for display."""
    data = {name: getattr(document, name) for name in _SHOWN}
    data["texts"] = {lang: asdict(text) for lang, text in document.texts.items()}
    return json.dumps(data, ensure_ascii=False)


def load_shown(key: str, data: str) -> SearchDocument:
    """A document as it was dumped: texts, coverage and extra, but no facets."""
    values = json.loads(data)
    values["texts"] = {
        lang: DocumentText(**text) for lang, text in values["texts"].items()
    }
    return SearchDocument(key=key, **values)
