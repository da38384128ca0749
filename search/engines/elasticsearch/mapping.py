"""What an index looks like, and a document in it.

Our own analysis has made the tokens; they are stored with single spaces between and
split at those, so that the server needs no language of its own. Bump ``VERSION`` when
anything here changes: the new code then asks for an index that a rebuild has to make,
and the embedded engine answers until then.
"""

from typing import Any

from language import LANGUAGES
from search import ranking
from search.documents.document import SearchDocument, dump_shown
from search.engines.content import (
    COLUMNS,
    EVERYTHING,
    fingerprint,
    moment,
    names_of,
    pairs_of,
    sort_title,
    words_of,
)
from search.query import FILTERS
from search.starts import Tier, starts_of

VERSION = 1

#: ``combined_fields`` takes weights from 1, so all are multiplied; with ``k1``
#: multiplied as well, every score is as it was.
SCALE = 1 / min(ranking.FIELDS.values())
WEIGHTS = {name: weight * SCALE for name, weight in ranking.FIELDS.items()}
#: BM25 has the factor ``k1 + 1``; this takes the scaled one's excess away.
UNSCALE = (ranking.K1 + 1) / (ranking.K1 * SCALE + 1)

_KEYWORD = {"type": "keyword"}
_TOKENS = {"type": "text", "analyzer": "whitespace"}
_STORED = {"type": "keyword", "index": False, "doc_values": False}


def settings() -> dict[str, Any]:
    return {
        "number_of_shards": 1,
        "auto_expand_replicas": "0-1",
        "refresh_interval": "1s",
        "similarity": {
            "default": {"type": "BM25", "k1": ranking.K1 * SCALE, "b": ranking.B}
        },
    }


def mappings() -> dict[str, Any]:
    properties: dict[str, Any] = {
        "key": _KEYWORD,
        "type": _KEYWORD,
        "identifier": _KEYWORD,
        #: Every facet value with its facet: how rare each is among all documents.
        "pairs": _KEYWORD,
        "facets": {"properties": dict.fromkeys(FILTERS, _KEYWORD)},
        "numbers": _KEYWORD,
        "names": _KEYWORD,
        "date": _KEYWORD,
        "updated": _KEYWORD,
        "visible_until": _KEYWORD,
        "prior": {"type": "double"},
        "sort_title": {"properties": dict.fromkeys(LANGUAGES, _KEYWORD)},
        "starts": {"properties": {tier.name.lower(): dict(_KEYWORD) for tier in Tier}},
        "shown": _STORED,
        "labels": {"type": "object", "enabled": False},
        "fingerprint": _STORED,
    }
    for lang in LANGUAGES:
        fields: dict[str, Any] = {
            name: {**_TOKENS, "copy_to": f"{lang}.any"} for name in ranking.FIELDS
        }
        fields["any"] = {**_TOKENS, "norms": False, "index_options": "docs"}
        fields["forms"] = _KEYWORD
        properties[lang] = {"properties": fields}
    kept = ["key", "numbers", "shown", "labels", "fingerprint"]
    return {
        "dynamic": "strict",
        "_source": {"includes": kept},
        "properties": properties,
    }


def pair(facet: str, value: str) -> str:
    return f"{facet}={value}"


def name_of(kind: str, form: str) -> str:
    return f"{kind}={form}"


def source_of(document: SearchDocument) -> dict[str, Any]:
    """The document as the index takes it."""
    starts: dict[str, list[str]] = {}
    labels = []
    for start in starts_of(document):
        starts.setdefault(start.tier.name.lower(), []).append(start.form)
        labels.append([start.form, int(start.tier), start.label])
    source: dict[str, Any] = {
        "key": document.key,
        "type": document.type,
        "identifier": document.identifier,
        "pairs": [pair(*own) for own in (EVERYTHING, *pairs_of(document))],
        "facets": {
            name: list(dict.fromkeys(values))
            for name, values in document.facets.items()
            if name in FILTERS
        },
        "numbers": list(document.numbers),
        "names": [name_of(document.type, form) for form in names_of(document)],
        "date": document.date,
        "updated": moment(document.updated) or "",
        "prior": ranking.prior(document),
        "sort_title": {lang: sort_title(document, lang) for lang in LANGUAGES},
        "starts": starts,
        "labels": labels,
        "shown": dump_shown(document),
        "fingerprint": fingerprint(document),
    }
    if document.visible_until:
        source["visible_until"] = moment(document.visible_until)
    for lang in LANGUAGES:
        if words := words_of(document, lang):
            own = dict(zip(COLUMNS, words, strict=True))
            forms = own.pop("forms")
            source[lang] = {name: " ".join(tokens) for name, tokens in own.items()}
            source[lang]["forms"] = forms
    return source
