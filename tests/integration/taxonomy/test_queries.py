import pytest
from django.core.exceptions import ValidationError
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction

from taxonomy.models import Concept, Label
from taxonomy.queries import ancestors, concept_index, descendants, goals_of
from tests.factories.taxonomy import load_all, make_concept

pytestmark = pytest.mark.django_db


@pytest.fixture
def vocabularies():
    load_all()
    return concept_index()


@pytest.fixture
def in_a_request():
    # As Django's own test client: the test's transaction needs its connection.
    request_started.disconnect(close_old_connections)
    request_finished.disconnect(close_old_connections)
    request_started.send(sender=None)
    yield
    request_finished.send(sender=None)
    request_started.connect(close_old_connections)
    request_finished.connect(close_old_connections)


def test_what_is_asked_of_the_shipped_vocabularies(vocabularies):
    tag = vocabularies.find("sustainability", "vatten-dagvatten")
    aspect = vocabularies.find("sustainability", "aspect-miljomassig")
    assert tag.id in descendants([aspect.id])
    assert aspect.id in ancestors([tag.id])
    assert {goal.notation for goal in goals_of([tag.id])} == {"6", "14"}
    assert vocabularies.find("sdg", "6").details["color"] == "#26BDE2"


def test_knowing_that_nothing_changed_is_one_query(
    vocabularies, django_assert_num_queries
):
    with django_assert_num_queries(1):
        assert concept_index() is vocabularies


def test_a_request_asks_once(vocabularies, in_a_request, django_assert_num_queries):
    with django_assert_num_queries(1):
        concept_index()
        concept_index()
        descendants([1])


def test_a_request_that_writes_sees_what_it_wrote(vocabularies, in_a_request):
    concept_index()
    concept = make_concept("prov", "nytt")
    assert concept_index().find("prov", "nytt").id == concept.id


@pytest.mark.parametrize(
    "change",
    [
        lambda c: c.labels.filter(language="sv").update(text="Annat"),
        lambda c: Label.objects.bulk_update(
            [_set(label, text="Annat") for label in c.labels.filter(language="sv")],
            ["text"],
        ),
        lambda c: _set(c.labels.get(language="sv"), text="Annat").save(),
    ],
    ids=["update", "bulk_update", "save"],
)
def test_every_way_of_changing_a_label_is_seen(change):
    concept = make_concept("prov", "x", sv="Först")
    assert str(concept_index()[concept.pk]) == "Först"
    change(concept)
    assert str(concept_index()[concept.pk]) == "Annat"


def _set(instance, **values):
    for name, value in values.items():
        setattr(instance, name, value)
    return instance


def test_deleting_is_seen():
    concept = make_concept("prov", "x")
    assert concept_index().get(concept.pk)
    Concept.objects.filter(pk=concept.pk).delete()
    assert concept_index().get(concept.pk) is None


def test_what_was_rolled_back_is_not_shown():
    make_concept("prov", "x")
    with transaction.atomic():
        make_concept("prov", "y")
        assert concept_index().find("prov", "y")
        transaction.set_rollback(True)
    assert concept_index().find("prov", "y") is None
    make_concept("prov", "z")
    assert concept_index().find("prov", "y") is None
    assert concept_index().find("prov", "z")


def test_a_concept_cannot_stand_below_itself():
    top = make_concept("prov", "top")
    below = make_concept("prov", "below", broader=top)
    top.broader = below
    with pytest.raises(ValidationError, match="broader"):
        top.full_clean()


def test_prefetched_labels_cost_no_query(django_assert_num_queries):
    for number in range(3):
        make_concept("prov", f"n{number}", sv=f"Namn {number}")
    with django_assert_num_queries(2):
        names = [str(c) for c in Concept.objects.in_scheme("prov").with_labels()]
    assert names == ["Namn 0", "Namn 1", "Namn 2"]
