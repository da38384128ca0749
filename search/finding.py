"""One search, from query to answer, whatever the engine."""

import logging
from collections.abc import Sequence

from django.utils.translation import gettext as _

from language import Term, analyze, highlight
from search.correcting import corrections, suggestion
from search.engines import Engine, EngineUnavailable, Findings, Found, ask
from search.facets import facets_of
from search.outbox import withheld_keys
from search.pins import pinned_for
from search.query import Plan, SearchQuery, Sort, plan_of, terms_of
from search.query.naming import concepts_in, thesaurus
from search.query.understanding import Understanding, understand
from search.ranking import mixed
from search.response import Hit, Pieces, SearchResponse
from search.translations import translator
from search.understood import understood

logger = logging.getLogger(__name__)

#: Of a long text, only so much is looked through for a piece to show.
_LOOKED_THROUGH = 6000


def find(query: SearchQuery, *, explain: bool = False) -> SearchResponse:
    """The answer. Never raises for an engine that fails: the answer says so.

    With ``explain`` each hit has the reasons that its score is made of.
    """
    reading = understanding_of(query)
    try:
        findings, instead = ask(
            lambda engine: _asked_of(engine, query, reading, explain=explain)
        )
    except EngineUnavailable:
        logger.exception("The search engine does not answer")
        notice = _("The search does not work right now. Try again in a moment.")
        return SearchResponse(query, notices=(*query.notices, notice))
    notices = [*query.notices, *_page_notice(query, findings)]
    if instead:
        notices.append(_("The search is simpler than usual right now."))
    corrected = corrections(findings)
    terms = _marked(reading)
    for _written, _better, term in corrected:
        terms = {lang: (*own, term) for lang, own in terms.items()}
    suggested = suggestion(query.text, corrected)
    return SearchResponse(
        query=query,
        hits=tuple(
            _hit(found, query.lang, terms) for found in _in_order(findings, query)
        ),
        facets=facets_of(query, findings.counts),
        total=findings.total,
        page=findings.page,
        suggestions=(suggested,) if suggested else (),
        understood=understood(reading, findings, query.lang),
        notices=tuple(notices),
    )


def understanding_of(query: SearchQuery) -> Understanding:
    """What the words of ``query`` mean, but for what the reader has undone."""
    return understand(query.text, query.lang, concepts_in, query.undone)


def findings_for(
    query: SearchQuery, reading: Understanding | None = None, *, explain: bool = False
) -> Findings:
    """What the engine finds that may be seen; raises ``EngineUnavailable``."""
    reading = reading or understanding_of(query)
    return ask(lambda engine: _asked_of(engine, query, reading, explain=explain))[0]


def _asked_of(
    engine: Engine, query: SearchQuery, reading: Understanding, *, explain: bool
) -> Findings:
    plan = plan_for(query, reading)
    hidden = withheld_keys(engine.name)
    return engine.search(query, plan, exclude=hidden, explain=explain)


def plan_for(query: SearchQuery, reading: Understanding) -> Plan:
    """What an engine is asked to do: with what editors pinned, and what the site's
    texts have taught."""
    return plan_of(
        query.text,
        query.lang,
        reading,
        pinned=pinned_for(query.text) if query.text else (),
        translate=translator(),
        thesaurus=thesaurus,
    )


def _marked(reading: Understanding) -> dict[str, tuple[Term, ...]]:
    """The words to mark in the hits: the reader's, and other names for the same."""
    terms = terms_of(reading.rest)
    named = {p.value for p in reading.parts if p.kind in ("concept", "district")}
    for identifier in named:
        for lang, label in thesaurus.labels(identifier):
            own = analyze(label, lang) if lang in terms else ()
            if len(own) == 1:
                terms[lang] = (*terms[lang], *own)
    return terms


def _in_order(findings: Findings, query: SearchQuery) -> Sequence[Found]:
    """The hits of the page; where the best are as good, different types in turn."""
    if query.sort is not Sort.RELEVANCE:
        return findings.hits
    return mixed(
        findings.hits, lambda found: found.score, lambda found: found.document.type
    )


def _page_notice(query: SearchQuery, findings: Findings) -> list[str]:
    if findings.total and findings.page < query.page:
        text = _("There are fewer pages than that: this is the last, %(page)d.")
        return [text % {"page": findings.page}]
    return []


def _hit(found: Found, lang: str, terms: dict[str, tuple[Term, ...]]) -> Hit:
    document = found.document
    text, text_lang = document.text_in(lang)
    # A Swedish word may stand in an English text: look for both readings.
    words = [*terms.get(text_lang, ()), *(t for own in terms.values() for t in own)]
    return Hit(
        key=document.key,
        type=document.type,
        identifier=document.identifier,
        title=text.title,
        url=text.url,
        lang=text_lang,
        summary=text.summary,
        title_pieces=_pieces(text.title, words, text_lang, 1000),
        pieces=_best_pieces(text.summary, text.body, words, text_lang),
        score=round(found.score, 4),
        reasons=tuple(found.reasons),
        date=document.date,
        coverage=document.coverage,
        extra=document.extra,
    )


def _pieces(text: str, words: list[Term], lang: str, length: int = 220) -> Pieces:
    if not words:
        cut = text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + " …"
        return ((cut, False),) if cut else ()
    return tuple(highlight(text, words, lang, max_chars=length))


def _best_pieces(summary: str, body: str, words: list[Term], lang: str) -> Pieces:
    """From the summary if it has any of the words, else from the body."""
    pieces = _pieces(summary, words, lang)
    if body and not any(is_hit for _text, is_hit in pieces):
        from_body = _pieces(body[:_LOOKED_THROUGH], words, lang)
        if not summary or any(is_hit for _text, is_hit in from_body):
            return from_body
    return pieces
