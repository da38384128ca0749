"""What every engine stores of a document, as tokens and values."""

import hashlib
import json
from collections.abc import Iterator

from language import LANGUAGES, index_tokens
from search.documents.document import DocumentText, SearchDocument, dump_shown
from search.ranking import FIELDS
from search.starts import Tier, starts_of

#: The facet value that every document has.
EVERYTHING = ("", "")
#: The fields, and each word as it is written, which is not searched but tells
#: misspelt words what they may have been.
COLUMNS = (*FIELDS, "forms")
#: Where a stem is looked for: everywhere but among the folded forms.
STEM_COLUMNS = tuple(name for name in FIELDS if name != "folded")
#: Where words stand in the order of the text.
TEXT_COLUMNS = ("title", "keywords", "summary", "body")
#: Where other names of a concept are looked for. What is tagged with it has them all
#: among its keywords, and is found by the meaning.
SYNONYM_COLUMNS = ("title", "summary", "body")

#: By type, how a whole name may start: a person's may stand in any order.
NAME_TIERS = {
    "person": tuple(Tier),
    "organisation": (Tier.FIRST, Tier.FOLDED_FIRST),
}


def words_of(document: SearchDocument, lang: str) -> tuple[list[str], ...] | None:
    """The tokens of a document in one language, for each of ``COLUMNS``;
    ``None`` if it has no word in that language."""
    text = document.texts.get(lang, DocumentText("", ""))
    keywords = " \n ".join(document.keywords.get(lang, ()))
    title, *rest = (
        index_tokens(part, lang)
        for part in (text.title, keywords, text.summary, text.body)
    )
    fields = (
        title.stems,
        *(tokens.stems for tokens in rest),
        title.parts,
        [part for tokens in rest for part in tokens.parts],
        [form for tokens in (title, *rest) for form in tokens.folded],
        list(dict.fromkeys(form for one in (title, *rest) for form in one.written)),
    )
    return fields if any(fields) else None


def pairs_of(document: SearchDocument) -> list[tuple[str, str]]:
    """Each facet value of the document once, with its facet."""
    return [
        (facet, value)
        for facet, values in document.facets.items()
        for value in dict.fromkeys(values)
    ]


def names_of(document: SearchDocument) -> Iterator[str]:
    """The forms (see :mod:`search.starts`) of the document's whole name."""
    tiers = NAME_TIERS.get(document.type, ())
    for start in starts_of(document) if tiers else ():
        if start.tier in tiers:
            yield start.form


def sort_title(document: SearchDocument, lang: str) -> str:
    titles = document.sort_titles
    return titles.get(lang) or next(iter(titles.values()), "")


def moment(when) -> str | None:
    """A moment as text that sorts; moments are in UTC here, as Django gives them."""
    return when.isoformat(timespec="microseconds") if when else None


def fingerprint(document: SearchDocument) -> str:
    """The same for two documents only if an index would hold the same of them."""
    parts = [
        document.key,
        dump_shown(document),
        sorted((facet, sorted(set(v))) for facet, v in document.facets.items() if v),
        sorted((lang, list(words)) for lang, words in document.keywords.items()),
        sorted(set(document.numbers)),
        [sort_title(document, lang) for lang in LANGUAGES],
        moment(document.updated),
        moment(document.visible_until),
    ]
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True)
    return hashlib.blake2b(
        text.encode("utf-8", "surrogatepass"), digest_size=12
    ).hexdigest()
