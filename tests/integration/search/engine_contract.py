"""What every engine must do. A new engine subclasses :class:`EngineContract`."""

from datetime import timedelta

from django.http import QueryDict
from django.utils import timezone

from language import LANGUAGES, sort_key
from search.documents import DocumentText, SearchDocument
from search.engines.content import fingerprint
from search.query import Preset, parse_query, plan_of

NAMES = {
    "park": ("Dagvatten i parken", "Regn samlas i parkens dammar."),
    "torg": ("Torg som samlar", "Ett torg för alla, med fest och regn."),
    "bok": ("Berättelser om staden", "Minnen av ett torg."),
    "ål": ("Ålar i ån", "Fisk i staden."),
    "zink": ("Zink på taken", "Metall i regn."),
}


def document(name: str, /, **values) -> SearchDocument:
    title, body = NAMES.get(name, (name, ""))
    lang = values.pop("lang", "sv")
    texts = {lang: DocumentText(title, f"/{name}/", "", values.pop("body", body))}
    texts |= values.pop("texts", {})
    values.setdefault("facets", {"type": ("project",)})
    return SearchDocument(
        key=f"project:{name}",
        type=values["facets"]["type"][0],
        identifier=name,
        texts=texts,
        sort_titles={code: sort_key(title, code) for code in LANGUAGES},
        **values,
    )


def query(address: str = "", lang: str = "sv", preset: Preset | None = None):
    return parse_query(QueryDict(address), lang, preset)


class EngineContract:
    """The class attribute ``engine`` makes one; each test starts with no index."""

    def make(self):
        raise NotImplementedError

    def search(self, engine, *args, **kwargs):
        asked = query(*args)
        return engine.search(asked, plan_of(asked.text, asked.lang), **kwargs)

    def found(self, engine, *args, **kwargs) -> list[str]:
        findings = self.search(engine, *args, **kwargs)
        return [found.document.identifier for found in findings.hits]

    def filled(self, *documents):
        engine = self.make()
        engine.index(documents or [document(name) for name in NAMES])
        return engine

    # --- storing

    def test_what_is_stored_is_told_apart_by_its_fingerprint(self):
        park = document("park")
        engine = self.filled(park, document("torg"))
        told = engine.fingerprints(["project:park", "project:finns-inte"])
        assert told == {"project:park": fingerprint(park)}
        changed = document("park", body="Något annat.")
        engine.index([changed])
        told = engine.fingerprints(["project:park"])
        assert told == {"project:park": fingerprint(changed)}
        assert fingerprint(changed) != fingerprint(park)
        assert engine.fingerprints([]) == {}

    def test_without_an_index_it_answers_nothing(self):
        engine = self.make()
        assert self.search(engine, "q=regn").total == 0
        assert (engine.count(), list(engine.keys())) == (0, [])
        engine.delete(["project:park"])

    def test_a_document_comes_back_as_it_was_stored(self):
        stored = document(
            "park",
            coverage={"economic": "missing"},
            extra={"list": [{"sv": "ö"}], "n": 1},
            date="2013-09",
        )
        (found,) = self.search(self.filled(stored), "q=dagvatten").hits
        assert found.document.texts == stored.texts
        assert found.document.coverage == {"economic": "missing"}
        assert found.document.extra == {"list": [{"sv": "ö"}], "n": 1}
        assert found.document.date == "2013-09"
        assert found.score > 0

    def test_storing_again_replaces(self):
        engine = self.filled()
        engine.index(
            [document("park", body="Nu om skogen.", facets={"type": ("page",)})]
        )
        assert self.found(engine, "q=skogen") == ["park"]
        assert "park" not in self.found(engine, "q=dammar")
        assert self.search(engine).counts["type"] == {"project": 4, "page": 1}
        assert engine.count() == 5

    def test_deleting_leaves_no_trace(self):
        engine = self.filled()
        engine.delete(["project:park", "project:nobody"])
        assert self.found(engine, "q=dagvatten") == []
        assert self.search(engine).counts["type"] == {"project": 4}
        assert list(engine.keys()) == sorted(
            f"project:{name}" for name in NAMES if name != "park"
        )

    # --- words

    def test_no_word_is_required_and_rare_ones_weigh_more(self):
        found = self.found(self.filled(), "q=fest+regn+okänt")
        assert found[0] == "torg"
        assert set(found) == {"torg", "park", "zink"}

    def test_inflected_words_match(self):
        assert self.found(self.filled(), "q=parker+dammarna") == ["park"]

    def test_a_title_outweighs_a_text(self):
        assert self.found(self.filled(), "q=torg") == ["torg", "bok"]

    def test_folded_letters_match_lower(self):
        engine = self.filled(
            document("plain", body="Anna Alund bor här."),
            document("marked", body="Anna Ålund bor här."),
        )
        assert self.found(engine, "q=Ålund") == ["marked", "plain"]
        assert self.found(engine, "q=Alund") == ["plain", "marked"]

    def test_the_beginning_of_a_word_matches_when_nothing_else_does(self):
        assert self.found(self.filled(), "q=dagv") == ["park"]

    def test_stop_words_match_only_when_they_are_all_there_is(self):
        engine = self.filled()
        assert self.found(engine, "q=i+zink") == ["zink"]
        assert "park" in self.found(engine, "q=i")

    def test_keywords_lead_to_a_document_in_both_languages(self):
        words = {"sv": ("dagvattenhantering",), "en": ("stormwater",)}
        engine = self.filled(document("a", keywords=words), document("b"))
        assert self.found(engine, "q=stormwater", "sv") == ["a"]
        assert self.found(engine, "q=dagvattenhantering", "en") == ["a"]

    def test_a_case_number_comes_first(self):
        engine = self.filled(
            document("a", body="2013 01747 2013-01747 2013-01747"),
            document("b", numbers=("2013-01747", "2013-01747_VINNOVA")),
        )
        for text in (
            "2013-01747",
            "dnr+2013–01747",
            "projekt+2013-01747",
            "2013-01747_Vinnova",
        ):
            findings = self.search(engine, f"q={text}")
            assert findings.hits[0].document.identifier == "b", text
            assert findings.numbers

    def test_every_holder_of_a_shared_number_is_found(self):
        engine = self.filled(
            document("a", numbers=("1-1",)), document("b", numbers=("1-1",))
        )
        assert set(self.found(engine, "q=1-1")) == {"a", "b"}

    def test_hostile_words_are_words(self):
        engine = self.filled()
        for text in (
            '"',
            "AND OR NOT",
            "regn*",
            "title:regn",
            "(",
            "^",
            "NEAR(a b)",
            "-",
        ):
            findings = self.search(engine, f"q={text.replace('+', ' ')}")
            assert findings.total >= 0
        assert "park" in self.found(engine, 'q="regn')

    # --- facets

    def faceted(self):
        return self.filled(
            document("a", facets={"type": ("project",), "theme": ("vatten", "kultur")}),
            document("b", facets={"type": ("project",), "theme": ("vatten",)}),
            document("c", facets={"type": ("person",), "theme": ("kultur",)}),
            document("d", facets={"type": ("page",)}),
        )

    def test_any_value_of_a_facet_will_do_and_every_facet_must_hold(self):
        engine = self.faceted()
        assert set(self.found(engine, "theme=vatten&theme=kultur")) == {"a", "b", "c"}
        assert self.found(engine, "theme=kultur&type=person") == ["c"]
        assert self.found(engine, "theme=nothing") == []

    def test_a_facets_own_choice_does_not_shrink_its_counts(self):
        counts = self.search(self.faceted(), "type=project").counts
        assert counts["type"] == {"project": 2, "person": 1, "page": 1}
        assert counts["theme"] == {"vatten": 2, "kultur": 1}

    def test_counts_are_of_the_hits(self):
        counts = self.search(self.faceted(), "q=a").counts
        assert counts["type"] == {"project": 1}

    def test_what_the_page_decided_narrows_and_is_not_counted(self):
        preset = Preset({"type": ("project",)})
        findings = self.search(self.faceted(), "type=page", "sv", preset)
        assert findings.total == 2
        assert "type" not in findings.counts

    def test_filters_that_are_not_facets(self):
        engine = self.filled(
            document("a", facets={"type": ("project",), "concept": ("s:x",)}),
            document("b"),
        )
        assert self.found(engine, "concept=s:x") == ["a"]

    # --- order and pages

    def test_alphabetical_order_is_the_readers(self):
        engine = self.filled()
        assert self.found(engine, "", "sv")[-1] == "ål"
        assert self.found(engine, "", "en")[0] == "ål"

    def test_newest_and_last_changed_first(self):
        now = timezone.now()
        engine = self.filled(
            document("a", date="2013", updated=now),
            document("b", date="2014-02", updated=now - timedelta(days=1)),
            document("c"),
        )
        assert self.found(engine, "sort=newest") == ["b", "a", "c"]
        assert self.found(engine, "sort=updated") == ["a", "b", "c"]

    def test_words_can_be_combined_with_any_order(self):
        assert self.found(self.filled(), "q=regn&sort=title") == [
            "park",
            "torg",
            "zink",
        ]

    def test_pages_are_parts_of_one_order(self):
        engine = self.filled(*(document(f"n{n:02}", body="ord") for n in range(25)))
        whole = self.found(engine, "q=ord&page_size=100")
        parts = [self.found(engine, f"q=ord&page_size=10&page={n}") for n in (1, 2, 3)]
        assert [name for part in parts for name in part] == whole
        assert len(whole) == 25

    def test_beyond_the_last_page_is_the_last(self):
        findings = self.search(self.filled(), "page=99999")
        assert (findings.page, findings.total) == (1, 5)
        assert len(findings.hits) == 5

    # --- what must not be seen

    def test_excluded_keys_are_in_no_hit_and_no_count(self):
        engine = self.filled()
        findings = self.search(engine, "q=regn", exclude={"project:park", "x:y"})
        assert {f.document.identifier for f in findings.hits} == {"torg", "zink"}
        assert findings.total == 2
        assert findings.counts["type"] == {"project": 2}

    def test_an_excluded_number_is_not_told(self):
        engine = self.filled(document("a", numbers=("1-1",)))
        assert self.search(engine, "q=1-1", exclude={"project:a"}).numbers == ()

    def test_what_has_expired_is_not_found(self):
        now = timezone.now()
        engine = self.filled(
            document("a", body="ord", visible_until=now - timedelta(seconds=1)),
            document("b", body="ord", visible_until=now + timedelta(hours=1)),
        )
        assert self.found(engine, "q=ord") == ["b"]
        assert self.search(engine).counts["type"] == {"project": 1}

    # --- generations

    def test_a_new_generation_is_not_seen_before_the_swap(self):
        engine = self.filled()
        generation = engine.create()
        engine.index([document("park")], generation=generation)
        assert (engine.count(), engine.count(generation=generation)) == (5, 1)
        engine.prepare(generation)
        engine.swap(generation)
        assert list(engine.keys()) == ["project:park"]
        assert self.found(engine, "q=zink") == []

    def test_a_generation_can_be_thrown_away(self):
        engine = self.filled()
        engine.drop(engine.create())
        assert engine.count() == 5
