"""The engine: what it asks the server, and what it makes of the answers."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from language import LANGUAGES, Vocabulary
from search.documents.document import load_shown
from search.engines.elasticsearch import asking, explaining, mapping, suggesting
from search.engines.elasticsearch.storing import Indexes, server_errors
from search.engines.protocol import Findings, Found, Suggested
from search.engines.spelling import (
    MAX_BEGINNING,
    MAX_WORDS,
    SHORTEST_PREFIX,
    SHORTEST_SHARED,
    Spelling,
    forms,
    spelled,
)
from search.query import Plan, SearchQuery


class ElasticsearchEngine(Indexes):
    """See :class:`search.engines.protocol.Engine`.

    Without an index it cannot answer: what a rebuild has not made is not guessed at.
    """

    name = "elasticsearch"

    # --- answering --------------------------------------------------------------------

    def search(
        self,
        query: SearchQuery,
        plan: Plan,
        *,
        exclude: Collection[str] = (),
        explain: bool = False,
    ) -> Findings:
        with server_errors():
            known = Spelling(plan.words, (), ())
            answer, page = self._ask(query, plan, known, exclude, explain, first=True)
            spelling = self._spelled(plan, answer)
            if spelling.unknown:
                answer, page = self._ask(query, plan, spelling, exclude, explain)
            return self._findings(query, plan, spelling, answer, page, explain)

    def _ask(self, query, plan, spelling, exclude, explain, first=False):
        size = query.page_size
        page = min(query.page, asking.WINDOW // size)
        meanings = _meanings(plan, spelling)
        while True:
            body = asking.body(
                query, plan, spelling.words, meanings, exclude, (page - 1) * size
            )
            if first and plan.words:
                body["aggs"] |= asking.presence(plan.words)
                if near := asking.nearness(plan.words):
                    body["suggest"] = near
            answer = self._request(body, explain=explain)
            last = min(
                query.page_of(answer["hits"]["total"]["value"]), asking.WINDOW // size
            )
            if page <= last:
                return answer, page
            page = last

    def _request(self, body: dict[str, Any], *, explain: bool = False) -> dict:
        return self._client.search(
            index=self._alias, body=body, include_named_queries_score=explain
        ).body

    def _spelled(self, plan: Plan, answer: dict) -> Spelling:
        """The words, with what the index has instead of those that it has not."""
        if not plan.words:
            return Spelling((), (), ())
        counts = answer["aggregations"]["known"]["words"]["buckets"]
        missing = [
            (number, word)
            for number, word in enumerate(plan.words)
            if not counts[str(number)]["doc_count"]
        ][:MAX_WORDS]
        if not missing:
            return Spelling(plan.words, (), ())
        absent = {number for number, _word in missing}
        words = {lang: _Words() for lang in LANGUAGES}
        starts: dict[str, None] = {}
        for number, word in missing:
            text = asking.written(word)
            for lang, own in words.items():
                for entry in answer.get("suggest", {}).get(f"{number}:{lang}", ()):
                    own.candidates[text] = {
                        option["text"]: option["freq"] for option in entry["options"]
                    }
            for length in _lengths(text):
                starts[text[:length]] = None
        if starts:
            asked = asking.beginnings(list(starts), MAX_BEGINNING)
            found = self._request(asked)["aggregations"]
            for number, start in enumerate(starts):
                for lang, own in words.items():
                    buckets = found[f"{number}:{lang}"]["words"]["buckets"]
                    own.beginnings[start] = [bucket["key"] for bucket in buckets]
        present = {
            pair
            for number, word in enumerate(plan.words)
            if number not in absent
            for pair in forms(word)
        }
        return spelled(plan.words, present, lambda: words)

    def _findings(self, query, plan, spelling, answer, page, explain) -> Findings:
        counted = answer["aggregations"]
        counts = {
            name: {
                bucket["key"]: bucket["doc_count"]
                for bucket in counted[f"facet:{name}"]["values"]["buckets"]
            }
            for name in query.facets
        }
        hits = answer["hits"]
        names = {}
        for value in _told(answer, "names"):
            kind, _equals, form = value.partition("=")
            names[form] = kind
        numbers = set(_told(answer, "numbers"))
        return Findings(
            hits=[self._found(hit, plan, spelling, explain) for hit in hits["hits"]],
            total=hits["total"]["value"],
            page=page,
            counts=counts,
            numbers=tuple(number for number in plan.numbers if number in numbers),
            names=names,
            unknown=spelling.unknown,
            spelling=spelling.near,
        )

    def _found(self, hit, plan, spelling, explain) -> Found:
        source = hit["_source"]
        document = load_shown(source["key"], source["shown"])
        score = (hit.get("_score") or 0.0) if plan.asks else 0.0
        if not explain:
            return Found(document, score)
        fields = hit.get("fields", {})
        pairs = set(fields.get("pairs", ()))
        leaning = 1.0
        for facet, value, factor in plan.leanings:
            if mapping.pair(facet, value) in pairs:
                leaning *= factor
        reasons = explaining.reasons(
            hit.get("matched_queries", {}),
            score,
            fields.get("prior", [1.0])[0],
            spelling,
            _meanings(plan, spelling),
            leaning,
        )
        return Found(document, score, tuple(reasons))

    def suggest(
        self, prefix: str, *, exclude: Collection[str] = (), limit: int = 8
    ) -> list[Suggested]:
        body = suggesting.body(prefix, exclude)
        if body is None:
            return []
        with server_errors():
            found = suggesting.started(self._request(body), prefix)
            concepts = [document.identifier for document, _label in found["concept"]]
            counts = self.tagged(concepts, exclude=exclude) if concepts else {}
        rows = {
            kind: [Suggested(document, label) for document, label in own]
            for kind, own in found.items()
        }
        rows["concept"] = sorted(
            (
                Suggested(document, label, counts[document.identifier])
                for document, label in found["concept"]
                if document.identifier in counts
            ),
            key=lambda row: -row.count,
        )
        return list(suggesting.shared_out(rows, limit))

    def tagged(
        self, concepts: Collection[str], *, exclude: Collection[str] = ()
    ) -> Mapping[str, int]:
        if not concepts:
            return {}
        with server_errors():
            answer = self._request(suggesting.tagged_body(concepts, exclude))
        buckets = answer["aggregations"]["concepts"]["buckets"]
        return {bucket["key"]: bucket["doc_count"] for bucket in buckets}


class _Words:
    """What the answers told of the words of one language."""

    def __init__(self) -> None:
        self.candidates: dict[str, dict[str, int]] = {}
        self.beginnings: dict[str, list[str]] = {}

    def near(self, word: str, limit: int) -> list[str]:
        return Vocabulary(self.candidates.get(word, {})).close(word, limit)

    def beginning(self, start: str, limit: int) -> list[str]:
        return self.beginnings.get(start, [])[:limit]


def _lengths(text: str) -> Iterator[int]:
    """The lengths of the beginnings that may be asked for."""
    if len(text) >= SHORTEST_PREFIX:
        yield len(text)
    yield from range(len(text) - 1, SHORTEST_SHARED - 1, -1)


def _meanings(plan: Plan, spelling: Spelling):
    return [
        meaning
        for meaning in plan.meanings
        if not meaning.misspelt or meaning.misspelt in spelling.unknown
    ]


def _told(answer: dict, name: str) -> list[str]:
    told = answer["aggregations"].get(name)
    return [bucket["key"] for bucket in told["values"]["buckets"]] if told else []
