import time
from dataclasses import replace
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from taxonomy.data_files import VocabularyError, read_schemes
from taxonomy.loading import load_schemes
from taxonomy.models import Concept, Label, Relation
from tests.factories.taxonomy import load_all, make_concept

pytestmark = pytest.mark.django_db


def load(*slugs, **options):
    out = StringIO()
    call_command("load_vocabulary", scheme=list(slugs), stdout=out, **options)
    return out.getvalue()


def tag(notation="vatten-dagvatten"):
    return Concept.objects.get(scheme__slug="sustainability", notation=notation)


def edited_scheme(slug, change):
    """The shipped scheme as a later release might have it."""
    facts = read_schemes()[slug]
    return replace(facts, concepts=tuple(filter(None, map(change, facts.concepts))))


def test_everything_is_there_in_under_three_seconds():
    started = time.monotonic()
    said = load()
    assert time.monotonic() - started < 3
    assert "sdg: 186 created" in said
    assert Concept.objects.count() == 85 + 186 + 93 + 11 + 12
    assert tag().broader.notation == "tema-natur-vatten"
    assert tag().aspect == "environmental"
    target = Concept.objects.get(scheme__slug="sdg", notation="6.6")
    assert target in [r.target for r in tag("vatten-dagvatten").relations.all()]


def test_loading_again_writes_nothing(django_assert_max_num_queries):
    load()
    before = list(Label.objects.order_by("pk").values_list())
    with django_assert_max_num_queries(40):
        said = load()
    assert "85 unchanged" in said
    assert ", 0 updated" in said and ": 0 created" in said
    assert list(Label.objects.order_by("pk").values_list()) == before


def test_a_dry_run_says_what_would_be_and_writes_nothing():
    said = load(dry_run=True)
    assert "sdg: 186 created" in said
    assert "nothing was written" in said
    assert not Concept.objects.exists()


def test_an_unknown_scheme_is_refused():
    with pytest.raises(CommandError, match="No such vocabulary: finns-inte"):
        load("finns-inte")


def test_a_relation_to_a_scheme_that_is_not_loaded_is_refused():
    with pytest.raises(CommandError, match="load that scheme too"):
        load("competences")
    assert not Concept.objects.exists()


def test_what_an_editor_saved_is_kept():
    load_all()
    concept = tag()
    concept.definition_sv, concept.edited = "Redaktörens ord", True
    concept.save()
    Label.objects.filter(concept=concept, kind="pref", language="sv").update(
        text="Regn"
    )
    said = load("sustainability")
    assert "1 kept as edited" in said and "84 unchanged" in said
    concept = tag()
    assert concept.definition_sv == "Redaktörens ord"
    assert concept.names["sv"] == "Regn"


def test_a_label_that_somebody_added_stays_and_a_dropped_one_goes():
    load_all()
    Label.objects.create(concept=tag(), language="sv", text="ytvatten i stan")

    def change(fact):
        if fact.notation != "vatten-dagvatten":
            return fact
        labels = {"sv": ["Nytt namn"], "en": fact.labels["en"]}
        return replace(fact, labels=labels, hidden={"sv": ["blött"]})

    outcome = load_schemes([edited_scheme("sustainability", change)])
    assert outcome["sustainability"].updated == {"vatten-dagvatten"}
    swedish = tag().labels.filter(language="sv").values_list("kind", "text")
    assert set(swedish) == {
        ("pref", "Nytt namn"),
        ("alt", "ytvatten i stan"),
        ("hidden", "blött"),
    }


def test_a_preferred_and_another_name_change_places():
    load_all()
    first, second = read_schemes()["districts"].concepts[5].labels["sv"][:2]

    def change(fact):
        if fact.notation != "jarva":
            return fact
        swapped = [second, first, *fact.labels["sv"][2:]]
        return replace(fact, labels={**fact.labels, "sv": swapped})

    load_schemes([edited_scheme("districts", change)])
    jarva = Concept.objects.get(notation="jarva")
    assert jarva.names["sv"] == second
    assert jarva.labels.filter(text=first, language="sv", kind="alt").exists()


def test_what_left_the_file_is_deprecated_and_comes_back():
    load_all()

    def without(fact):
        return None if fact.notation == "vatten-dagvatten" else fact

    outcome = load_schemes([edited_scheme("sustainability", without)])
    assert outcome["sustainability"].deprecated == {"vatten-dagvatten"}
    assert tag().status == Concept.Status.DEPRECATED
    load("sustainability")
    assert tag().status == Concept.Status.ACTIVE


def test_an_editors_own_concept_is_not_deprecated():
    load_all()
    make_concept("sustainability", "eget", edited=True, broader=tag().broader)
    load("sustainability")
    assert tag("eget").status == Concept.Status.ACTIVE


def test_relations_follow_the_file_but_not_those_of_others():
    load_all()
    concept = tag()
    other = Concept.objects.get(scheme__slug="sdg", notation="1.1")
    Relation.objects.create(source=concept, target=other)

    def change(fact):
        if fact.notation != "vatten-dagvatten":
            return fact
        return replace(fact, related=(("sdg", "6.3"),))

    load_schemes([edited_scheme("sustainability", change)])
    targets = {relation.target.notation for relation in tag().relations.all()}
    assert targets == {"6.3", "1.1"}


def test_a_relation_to_nowhere_names_itself():
    load_all()

    def change(fact):
        return replace(fact, related=(("sdg", "99.9"),))

    with pytest.raises(VocabularyError, match=r"sdg:99\.9"):
        load_schemes([edited_scheme("sustainability", change)])
