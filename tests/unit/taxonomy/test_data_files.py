import json
from collections import Counter

import pytest

from taxonomy.data_files import VocabularyError, read_scheme, read_schemes
from taxonomy.models import Aspect, Concept

SCHEMES = read_schemes()
ALL = [(slug, concept) for slug, facts in SCHEMES.items() for concept in facts.concepts]


@pytest.mark.parametrize(
    ("scheme", "levels"),
    [
        ("sustainability", {"aspect": 4, "theme": 15, "tag": 66}),
        ("sdg", {"goal": 17, "target": 169}),
        ("competences", {"group": 9, "competence": 84}),
        ("districts", {"": 11}),
        ("phases", {"": 12}),
    ],
)
def test_what_is_shipped(scheme, levels):
    assert Counter(c.level for c in SCHEMES[scheme].concepts) == levels


def test_every_relation_leads_to_a_shipped_concept():
    known = {(slug, concept.notation) for slug, concept in ALL}
    related = [key for _, concept in ALL for key in concept.related]
    assert len(related) > 200
    assert set(related) <= known


def test_every_concept_has_its_words_and_a_known_level_and_aspect():
    for slug, concept in ALL:
        for language in ("sv", "en"):
            texts = concept.labels[language]
            assert texts, (slug, concept.notation, language)
            assert len(texts) == len(set(texts)), (slug, concept.notation)
            assert all(0 < len(text) <= 255 for text in texts)
        assert concept.level in ("", *Concept.Level.values)
        assert concept.aspect in ("", *Aspect.values)


def test_a_broader_concept_stands_first_so_there_is_no_cycle():
    for facts in SCHEMES.values():
        seen = set()
        for concept in facts.concepts:
            assert concept.broader is None or concept.broader in seen
            seen.add(concept.notation)


def test_sources_and_terms_are_named():
    assert all(len(facts.source) > 40 for facts in SCHEMES.values())


def test_facts_that_only_some_schemes_have():
    goal = next(c for c in SCHEMES["sdg"].concepts if c.notation == "11")
    assert set(goal.details) == {"color", "text_color", "tier"}
    assert next(c for c in SCHEMES["sdg"].concepts if c.notation == "11.4").details == {
        "city_relevant": True
    }
    jarva = next(c for c in SCHEMES["districts"].concepts if c.notation == "jarva")
    assert "Spånga-Tensta" in jarva.labels["sv"]
    assert jarva.details["point"] == [17.91, 59.4]
    samrad = next(c for c in SCHEMES["phases"].concepts if c.notation == "samrad")
    assert samrad.details["public_input"] is True


def _write(tmp_path, concepts):
    path = tmp_path / "x.json"
    head = {"_source": "", "slug": "x", "title": {}, "uri": ""}
    path.write_text(json.dumps({**head, "concepts": concepts}), encoding="utf-8")
    return path


def test_a_notation_that_stands_twice_is_refused(tmp_path):
    one = {"id": "a", "sv": ["A"], "en": ["A"]}
    with pytest.raises(VocabularyError, match="a stands twice"):
        read_scheme(_write(tmp_path, [one, one]))


def test_a_misspelt_key_is_refused(tmp_path):
    with pytest.raises(VocabularyError, match="levle"):
        read_scheme(
            _write(tmp_path, [{"id": "a", "sv": ["A"], "en": ["A"], "levle": "tag"}])
        )
