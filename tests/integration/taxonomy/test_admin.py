import pytest
from django.db import connection
from django.forms import modelform_factory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.admin.forms.models import formfield_for_dbfield

from taxonomy.models import Concept
from taxonomy.usage import usage_counts
from taxonomy.widgets import AdminConceptChooser, ConceptTreeSelect
from tests.factories.taxonomy import load_all, make_concept
from tests.factories.tree import build_tree

pytestmark = pytest.mark.django_db


@pytest.fixture
def vocabularies():
    load_all()


@pytest.fixture
def editor(admin_client):
    return admin_client


def concept(notation="vatten-dagvatten"):
    return Concept.objects.get(notation=notation)


def url(view, *args):
    return reverse(f"concepts:{view}", args=args)


def tagged_project(*notations):
    tags = Concept.objects.filter(notation__in=notations)
    return build_tree().project("Regnprojektet", tags=list(tags))


def test_the_list_is_the_tree_and_costs_the_same_however_long(editor, vocabularies):
    editor.get(url("index"))  # what is only asked once a process
    with CaptureQueriesContext(connection) as full:
        answer = editor.get(url("index"), {"scheme": concept().scheme_id})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert page.index("Natur, grönska och vatten") < page.index("Vatten och dagvatten")
    assert "concept-depth-2" in page
    with CaptureQueriesContext(connection) as short:
        editor.get(url("index"), {"scheme": concept("jarva").scheme_id})
    assert len(full) <= len(short)
    assert len(full) <= 25


def test_the_list_is_searched_in_both_languages_and_filtered(editor, vocabularies):
    page = editor.get(url("index"), {"q": "STORMWATER"}).content.decode()
    assert "Vatten och dagvatten" in page and "Arkeologi" not in page
    page = editor.get(url("index"), {"q": "österm"}).content.decode()
    assert "Norra innerstaden" in page
    page = editor.get(url("index"), {"level": "goal"}).content.decode()
    assert "Jämställdhet" in page and "Vatten och dagvatten" not in page


def edit_data(concept, **changes):
    labels = list(concept.labels.order_by("pk"))
    data = {
        "definition_sv": "",
        "definition_en": "",
        "broader": concept.broader_id or "",
        "level": concept.level,
        "aspect": concept.aspect,
        "order": concept.order,
        "uri": "",
        "status": concept.status,
        "replaced_by": "",
        "labels-TOTAL_FORMS": len(labels),
        "labels-INITIAL_FORMS": len(labels),
        "labels-MIN_NUM_FORMS": 0,
        "labels-MAX_NUM_FORMS": 1000,
        "relations-TOTAL_FORMS": 0,
        "relations-INITIAL_FORMS": 0,
        "relations-MIN_NUM_FORMS": 0,
        "relations-MAX_NUM_FORMS": 1000,
    }
    for number, label in enumerate(labels):
        data |= {
            f"labels-{number}-id": label.pk,
            f"labels-{number}-text": label.text,
            f"labels-{number}-language": label.language,
            f"labels-{number}-kind": label.kind,
        }
    return data | changes


def test_what_an_editor_saves_is_marked_as_theirs(editor):
    one = make_concept("prov", "x", sv="Före")
    assert editor.get(url("edit", one.pk)).status_code == 200
    answer = editor.post(
        url("edit", one.pk),
        edit_data(one, **{"labels-0-text": "Efter", "notation": "annat"}),
    )
    assert answer.status_code == 302
    one = Concept.objects.get(pk=one.pk)
    assert one.edited and one.names["sv"] == "Efter"
    assert one.notation == "x"  # others refer to it
    assert "Efter" in editor.get(url("history", one.pk)).content.decode()


@pytest.mark.parametrize(
    "changes",
    [
        {"labels-0-kind": "alt"},
        {"labels-1-language": "sv"},
        {"labels-1-language": "sv", "labels-1-kind": "alt", "labels-1-text": "Ett"},
    ],
    ids=["no Swedish name", "two preferred names", "the same word twice"],
)
def test_labels_that_do_not_fit_are_form_errors(editor, changes):
    one = make_concept("prov", "x", sv="Ett", en="One")
    answer = editor.post(url("edit", one.pk), edit_data(one, **changes))
    assert answer.status_code == 200
    form = answer.context["form"]
    assert form.non_field_errors() or form.formsets["labels"].non_form_errors()
    assert Concept.objects.get(pk=one.pk).names == {"sv": "Ett", "en": "One"}


def test_a_new_concept_is_the_editors(editor):
    scheme = make_concept("prov", "gammal").scheme
    data = {
        **edit_data(make_concept("prov", "mall")),
        "scheme": scheme.pk,
        "notation": "ny",
        "labels-INITIAL_FORMS": 0,
        "labels-0-id": "",
        "labels-0-text": "Ny",
    }
    assert editor.post(url("add"), data).status_code == 302
    assert Concept.objects.get(notation="ny").edited


def test_uses_are_counted_and_shown(editor, vocabularies):
    page = tagged_project("vatten-dagvatten", "kulturmiljo")
    used, unused = concept(), concept("arkeologi")
    assert usage_counts([used.pk, unused.pk]) == {used.pk: 1}
    listed = editor.get(url("index"), {"q": "dagvatten"}).content.decode()
    assert url("usage", used.pk) in listed
    shown = editor.get(url("usage", used.pk)).content.decode()
    assert "Regnprojektet" in shown
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in shown


def test_counting_uses_costs_the_same_for_one_and_for_all(vocabularies):
    ids = list(Concept.objects.values_list("pk", flat=True))
    with CaptureQueriesContext(connection) as one:
        usage_counts(ids[:1])
    with CaptureQueriesContext(connection) as everything:
        usage_counts(ids)
    assert len(one) == len(everything)


def test_a_concept_in_use_is_not_deleted(editor, vocabularies):
    tagged_project("vatten-dagvatten")
    pk = concept().pk
    assert url("deprecate", pk) in editor.get(url("delete", pk)).content.decode()
    answer = editor.post(url("delete", pk), follow=True)
    assert Concept.objects.filter(pk=pk).exists()
    assert [m.level_tag for m in answer.context["messages"]] == ["error"]


def test_a_concept_with_narrower_ones_is_not_deleted(editor, vocabularies):
    pk = concept("tema-natur-vatten").pk
    editor.post(url("delete", pk))
    assert Concept.objects.filter(pk=pk).exists()


def test_what_nothing_points_at_may_go(editor):
    pk = make_concept("prov", "ensam").pk
    assert editor.post(url("delete", pk)).status_code == 302
    assert not Concept.objects.filter(pk=pk).exists()


def test_a_vocabulary_with_concepts_is_not_deleted(editor, vocabularies):
    scheme = concept().scheme
    editor.post(reverse("vocabularies:delete", args=[scheme.pk]))
    assert type(scheme).objects.filter(pk=scheme.pk).exists()


def test_deprecating_says_what_replaces_it_and_nobody_can_choose_it(
    editor, vocabularies
):
    old, new = concept("arkeologi"), concept("kulturmiljo")
    assert editor.get(url("deprecate", old.pk)).status_code == 200
    answer = editor.post(url("deprecate", old.pk), {"replaced_by": new.pk})
    assert answer.status_code == 302
    old.refresh_from_db()
    assert (old.status, old.replaced_by, old.edited) == ("deprecated", new, True)
    chosen = reverse("concept_chooser:chosen", args=[old.pk])
    assert editor.get(chosen).status_code == 404
    listed = editor.get(reverse("concept_chooser:choose_results"), {"q": "Arkeologi"})
    assert (
        reverse("concept_chooser:chosen", args=[old.pk]) not in listed.content.decode()
    )


def test_a_concept_of_another_vocabulary_replaces_nothing(editor, vocabularies):
    old = concept("arkeologi")
    answer = editor.post(url("deprecate", old.pk), {"replaced_by": concept("jarva").pk})
    assert answer.status_code == 200
    old.refresh_from_db()
    assert old.status == "active"


def test_the_dialog_shows_the_tree_of_one_vocabulary(editor, vocabularies):
    answer = editor.get(
        reverse("concept_chooser:choose"), {"scheme": "sustainability", "level": "tag"}
    )
    html = answer.json()["html"]
    assert "Kulturmiljö" in html and "Museologi" not in html
    choices = answer.json()["html"].count("data-chooser-modal-choice")
    assert choices == 66


def test_the_dialog_searches_all_labels(editor, vocabularies):
    results = reverse("concept_chooser:choose_results")
    for text in ("stormwater", "DAGVATTEN"):
        with CaptureQueriesContext(connection) as queries:
            page = editor.get(
                results, {"scheme": "sustainability", "level": "tag", "q": text}
            ).content.decode()
        assert page.count("data-chooser-modal-choice") == 1
        assert "Vatten och dagvatten" in page
        assert len(queries) <= 10


def test_who_may_not_use_the_admin_sees_nothing(client, vocabularies):
    assert client.get(url("index")).status_code == 302


def test_a_concept_field_gets_its_widget_by_itself(vocabularies):
    page = tagged_project("vatten-dagvatten")
    form = modelform_factory(
        type(page), fields=["tags"], formfield_callback=formfield_for_dbfield
    )
    assert isinstance(form.base_fields["tags"].widget, ConceptTreeSelect)


def test_the_tree_of_checkboxes(vocabularies, django_assert_max_num_queries):
    chosen = concept()
    widget = ConceptTreeSelect("sustainability")
    with django_assert_max_num_queries(4):
        html = widget.render("tags", [chosen.pk], {"id": "id_tags"})
    assert html.count('type="checkbox"') == 66
    assert html.count(" checked") == 1
    assert f'value="{chosen.pk}" checked' in html
    assert html.count("<details") == 15 and html.count(" open>") == 1


def test_a_chosen_concept_that_is_deprecated_stays_to_be_seen(vocabularies):
    old = concept("arkeologi")
    old.status = "deprecated"
    old.save()
    widget = ConceptTreeSelect("sustainability")
    assert f'value="{old.pk}"' not in widget.render("tags", [], {"id": "x"})
    assert f'value="{old.pk}" checked' in widget.render("tags", [old.pk], {"id": "x"})


def test_the_button_asks_for_its_own_vocabulary():
    opened = AdminConceptChooser(scheme="competences", level="competence")
    assert opened.get_chooser_modal_url().endswith(
        "?scheme=competences&level=competence"
    )
