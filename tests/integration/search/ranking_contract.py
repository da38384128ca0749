"""What every engine must make of a plan: conditions, meanings, reasons, spelling."""

from dataclasses import replace

import pytest

from search.query.plan import Meaning, Plan
from search.query.planning import phrase_of, plan_of
from tests.integration.search.engine_contract import EngineContract, document, query


class RankingContract(EngineContract):
    def planned(self, engine, plan: Plan, **kwargs) -> list[str]:
        findings = engine.search(query("q=x"), plan, **kwargs)
        return [found.document.identifier for found in findings.hits]

    # --- words

    def test_more_of_the_words_come_first(self):
        engine = self.filled(
            document("a", body="lekplats lekplats och gräs"),
            document("b", body="lekplats vid biblioteket och annat gräs"),
            *(document(f"n{n}", body="biblioteket i staden") for n in range(8)),
        )
        assert self.found(engine, "q=lekplats+biblioteket")[0] == "b"

    def test_words_of_one_root_lead_to_each_other_but_stand_lower(self):
        engine = self.filled(
            document("exact", body="en biologisk studie"),
            document("kin", body="marin biologi"),
            document("other", body="en annan studie"),
        )
        assert self.found(engine, "q=biologisk") == ["exact", "kin"]
        assert self.found(engine, "q=biologi") == ["kin", "exact"]

    def test_a_translation_is_found_and_weighs_as_it_is_sure(self):
        def translate(stem, lang):
            pairs = {("dagvat", "sv"): (("stormwat", 1.0), ("rain", 0.25))}
            return pairs.get((stem, lang), ())

        engine = self.filled(
            document("a", body="rain in a city", lang="en"),
            document("b", body="stormwater in a city", lang="en"),
            document("c", body="snow in a city", lang="en"),
        )
        assert self.planned(
            engine, plan_of("dagvatten", "sv", translate=translate)
        ) == ["b", "a"]

    # --- conditions

    def test_a_phrase_must_be_there_in_that_order(self):
        engine = self.filled(
            document("a", body="gröna tak i staden"),
            document("b", body="tak som blir gröna"),
            document("c", body="green roofs", lang="en"),
        )
        plan = replace(plan_of("gröna tak", "sv"), phrases=(phrase_of("grönt tak"),))
        assert self.planned(engine, plan) == ["a"]

    def test_what_is_excluded_is_in_no_hit_and_no_count(self):
        engine = self.filled()
        plan = replace(plan_of("regn", "sv"), excluded=(phrase_of("torg"),))
        findings = engine.search(query("q=regn"), plan)
        assert {f.document.identifier for f in findings.hits} == {"park", "zink"}
        assert findings.counts["type"] == {"project": 2}

    def test_excluding_alone_leaves_everything_else(self):
        plan = Plan(excluded=(phrase_of("torg"),))
        assert set(self.planned(self.filled(), plan)) == {"park", "ål", "zink"}

    # --- meaning

    def tagged(self):
        return self.filled(
            document("a", body="ord", facets={"type": ("project",)}),
            document(
                "b", body="annat", facets={"type": ("project",), "concept": ("s:x",)}
            ),
            document(
                "c", body="ord", facets={"type": ("person",), "concept": ("s:x",)}
            ),
        )

    def test_what_is_about_the_meaning_is_found_without_the_word(self):
        meaning = Meaning("concept", "Ordet", "concept", "s:x")
        plan = replace(plan_of("ord", "sv"), meanings=(meaning,))
        found = self.planned(self.tagged(), plan)
        assert found[0] == "c"
        assert set(found) == {"a", "b", "c"}

    def test_a_leaning_lifts_one_type(self):
        engine = self.filled(
            document("a", body="ord", facets={"type": ("project",)}),
            document("b", body="ord", facets={"type": ("person",)}),
        )
        assert self.planned(engine, plan_of("ord", "sv")) == ["a", "b"]
        plan = replace(plan_of("ord", "sv"), leanings=(("type", "person", 2.0),))
        assert self.planned(engine, plan) == ["b", "a"]

    def test_what_is_certain_comes_first_though_no_word_matches(self):
        engine = self.filled()
        certain = (("project:zink", 2000.0), ("project:nobody", 3000.0))
        plan = replace(plan_of("torg", "sv"), certain=certain)
        assert self.planned(engine, plan) == ["zink", "torg", "bok"]
        assert self.planned(engine, plan, exclude={"project:zink"}) == ["torg", "bok"]

    # --- names and meanings

    def test_a_whole_name_comes_first_and_is_told(self):
        person = {"facets": {"type": ("person",)}}
        engine = self.filled(
            document("Ellen Testsdotter", body="torg", **person),
            document("Testsdotter", body="Ellen Testsdotter Ellen Testsdotter"),
            document("Åsa Provsson", body="", **person),
        )
        plan = plan_of("ellen testsdotters torg", "sv")
        findings = engine.search(query("q=ellen+testsdotters+torg"), plan)
        assert findings.hits[0].document.identifier == "Ellen Testsdotter"
        assert findings.names == {"ellen testsdotter": "person"}
        for text in ("Testsdotter, Ellen", "åsa provsson", "asa provsson"):
            assert engine.search(query(f"q={text}"), plan_of(text, "sv")).names, text
        for text in ("Ellen", "ellen torg testsdotter", "torg"):
            assert not engine.search(query(f"q={text}"), plan_of(text, "sv")).names

    def test_what_may_not_be_seen_has_no_name(self):
        engine = self.filled(
            document("Ellen Testsdotter", facets={"type": ("person",)})
        )
        hidden = {"project:Ellen Testsdotter"}
        plan = plan_of("ellen testsdotter", "sv")
        findings = engine.search(query("q=ellen"), plan, exclude=hidden)
        assert (findings.names, findings.total) == ({}, 0)

    def test_a_meaning_of_a_misspelt_word_counts_only_where_no_text_has_it(self):
        engine = self.filled(
            document("torg", facets={"type": ("project",), "concept": ("s:x",)}),
            document("bok"),
        )
        meaning = Meaning("misspelt", "minnen", "concept", "s:x", "", "minnen")
        plan = replace(plan_of("minnen", "sv"), meanings=(meaning,))
        assert self.planned(engine, plan) == ["bok"]
        meaning = replace(meaning, text="torgg", misspelt="torgg")
        plan = replace(plan_of("torgg", "sv"), words=(), meanings=(meaning,))
        assert self.planned(engine, plan) == []
        plan = replace(plan_of("torgg", "sv"), meanings=(meaning,))
        findings = engine.search(query("q=torgg"), plan)
        assert findings.unknown == ("torgg",)
        assert findings.hits[0].document.identifier == "torg"

    def test_the_page_of_what_is_meant_comes_first(self):
        engine = self.filled()
        meaning = Meaning("concept", "X", "concept", "s:x", "project:zink")
        plan = replace(plan_of("torg", "sv"), meanings=(meaning,))
        assert self.planned(engine, plan)[0] == "zink"

    # --- reasons

    @pytest.mark.parametrize("text", ["torg", "regn i staden", "torgg 1-1", "x"])
    def test_reasons_sum_to_the_score(self, text):
        engine = self.filled(
            document("a", body="torg regn staden", numbers=("1-1",), date="2020"),
            document(
                "b",
                body="torg",
                facets={"type": ("person",), "concept": ("s:x",)},
                date="2001",
            ),
        )
        plan = replace(
            plan_of(text, "sv"),
            meanings=(Meaning("concept", "X", "concept", "s:x"),),
            leanings=(("type", "person", 2.0),),
        )
        findings = engine.search(query(f"q={text}"), plan, explain=True)
        assert findings.hits
        for found in findings.hits:
            total = sum(reason.value for reason in found.reasons)
            assert total == pytest.approx(found.score)

    def test_without_asking_there_are_no_reasons(self):
        (found, *_rest) = self.search(self.filled(), "q=torg").hits
        assert found.reasons == ()

    # --- spelling

    def test_a_misspelt_word_is_found_and_told(self):
        findings = self.search(self.filled(), "q=Beretelser")
        assert [f.document.identifier for f in findings.hits] == ["bok"]
        ((written, lang, stem),) = findings.spelling
        assert (written, lang) == ("Beretelser", "sv")
        assert "berättelser".startswith(stem)

    def test_a_word_that_is_there_is_never_corrected(self):
        engine = self.filled(
            document("exact", body="en kofta"),
            document("near", body="en kolfta kolfta"),
        )
        findings = self.search(engine, "q=kolfta")
        assert findings.spelling == ()
        assert [f.document.identifier for f in findings.hits] == ["near"]

    def test_a_word_that_a_dictionary_has_is_not_misspelt(self):
        engine = self.filled(document("a", body="hästen sover"))
        assert self.found(engine, "q=hösten") == []

    def test_the_other_words_keep_their_order_beside_a_misspelt_one(self):
        findings = self.search(self.filled(), "q=torrg+fest")
        assert findings.hits[0].document.identifier == "torg"

    def test_a_long_shared_beginning_is_better_than_nothing(self):
        engine = self.filled(document("a", body="kardiovaskulära frågor"))
        assert self.found(engine, "q=kardiologi") == ["a"]
