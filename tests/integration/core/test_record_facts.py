"""Facts exist once, and rights and states outside every version."""

import uuid
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from core.refusals import AliasRefused, PublishRefused
from people.models import ContactCard, HiddenCompetence, PersonPage, PersonRecord
from projects.models import (
    AspectClaim,
    CaseNumber,
    Need,
    NeedState,
    ProjectPage,
    ProjectRecord,
    Status,
)
from taxonomy.models import Concept, Scheme
from tests.factories.tree import build_tree

pytestmark = pytest.mark.django_db


@pytest.fixture
def tree():
    return build_tree()


def concept(scheme, notation, **fields):
    vocabulary = Scheme.objects.get_or_create(
        slug=scheme, defaults={"title_sv": scheme}
    )[0]
    return Concept.objects.create(scheme=vocabulary, notation=notation, **fields)


@pytest.fixture
def project(tree):
    page = tree.project("Provet", status=Status.ONGOING, live=False)
    page.needs.add(Need(competence=concept("competences", "k-prov")))
    page.case_numbers.add(CaseNumber(registry="Provrådet", number="2001-00001"))
    tag = concept("sustainability", "prov", aspect="environmental", level="tag")
    page.claims.add(AspectClaim(tag=tag, claim_sv="Prov"))
    page.tags.add(tag)
    page.save_revision().publish()
    return ProjectPage.objects.get(pk=page.pk)


def assert_without_facts(page):
    assert page.status == ""
    assert not page.tags.exists()
    for relation in ("needs", "case_numbers", "claims"):
        assert not getattr(page, relation).exists()
    assert page.facts.status == Status.ONGOING


def test_edited_facts_are_seen_in_both_languages_at_once(tree, project):
    translation = tree.translate(project)
    assert_without_facts(translation)
    project.status = Status.COMPLETED
    project.save_revision().publish()
    seen = ProjectPage.objects.get(pk=translation.pk)
    assert seen.facts.status == Status.COMPLETED
    assert seen.coverage == project.coverage
    assert not Revision.objects.for_instance(translation).latest("pk").content["needs"]


def in_english(page):
    return ProjectPage.objects.get(
        translation_key=page.translation_key, locale__language_code="en"
    )


def localize(page, locale, **texts):
    source = TranslationSource.update_or_create_from_instance(page)[0]
    translation = Translation.objects.get_or_create(
        source=source, target_locale=locale
    )[0]
    for segment in source.stringsegment_set.select_related("string", "context"):
        if segment.context.path in texts:
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                locale=locale,
                context=segment.context,
                defaults={"data": texts[segment.context.path]},
            )
    return translation


def test_the_real_translation_flow_carries_text_and_no_facts(
    tree, project, django_capture_on_commit_callbacks
):
    keys = list(project.needs.values_list("pk", "key"))
    work = localize(project, tree.en, title="The test", slug="the-test")
    for publish in (True, True):
        with django_capture_on_commit_callbacks(execute=True):
            work.save_target(publish=publish)
    page = ProjectPage.objects.get(
        translation_key=project.translation_key, locale=tree.en
    )
    assert page.title == "The test"
    assert page.live and page.alias_of_id is None
    assert_without_facts(page)
    assert list(project.needs.values_list("pk", "key")) == keys


def test_the_translation_view_of_the_admin(tree, project, admin_client):
    url = reverse("wagtail_localize:submit_page_translation", args=[project.pk])
    assert admin_client.get(url).status_code == 200
    response = admin_client.post(url, {"locales": [tree.en.pk]})
    assert response.status_code == 302
    page = ProjectPage.objects.get(
        translation_key=project.translation_key, locale=tree.en
    )
    assert_without_facts(page)
    edit = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert edit.status_code == 200


def test_an_old_draft_brings_back_text_but_no_rights_or_states(tree, project):
    person = tree.person()
    record = PersonRecord.objects.get(pk=person.translation_key)
    old_person = person.save_revision()
    old_project = project.save_revision()
    hidden = concept("competences", "k-hemlig")
    HiddenCompetence.objects.create(record=record, concept=hidden)
    record.legal_basis, record.hidden_fields = "consent", ["photo"]
    record.save()
    key = project.needs.get().key
    NeedState.objects.create(
        record_id=project.translation_key, need_key=key, state="filled"
    )
    for page in (person, project):
        page.summary = "Nyare"
        page.save_revision().publish()
    old_person.publish()
    old_project.publish()

    assert PersonPage.objects.get(pk=person.pk).summary == ""
    record = PersonRecord.objects.get(pk=record.pk)
    assert (record.legal_basis, record.hidden_fields) == ("consent", ["photo"])
    assert record.hidden_competences.get().concept == hidden
    need = ProjectPage.objects.get(pk=project.pk).needs.get()
    assert need.key == key
    state = NeedState.objects.get(record_id=project.translation_key, need_key=need.key)
    assert state.state == "filled"


def test_need_keys_and_ids_hold_over_publishing(tree, project):
    before = list(project.needs.values_list("pk", "key"))
    for title in ("Ett", "Två"):
        page = ProjectPage.objects.get(pk=project.pk)
        page.title = title
        page.save_revision().publish()
    assert list(project.needs.values_list("pk", "key")) == before


def test_a_revision_cannot_change_a_needs_key(project):
    revision = project.save_revision()
    key = project.needs.get().key
    revision.content["needs"][0]["key"] = str(uuid.uuid4())
    revision.save()
    revision.publish()
    assert project.needs.get().key == key


@pytest.mark.parametrize("keep_live", [True, False])
def test_a_copy_is_another_project(project, keep_live):
    copy = project.copy(update_attrs={"slug": "kopia"}, keep_live=keep_live)
    copy.get_latest_revision().publish()
    copy = ProjectPage.objects.get(pk=copy.pk)
    assert copy.translation_key != project.translation_key
    assert ProjectRecord.objects.filter(pk=copy.translation_key).exists()
    assert not copy.case_numbers.exists()
    assert copy.needs.get().key != project.needs.get().key
    assert ProjectPage.objects.get(pk=project.pk).case_numbers.count() == 1


def test_a_copied_profile_has_no_rights_and_so_is_a_draft(tree):
    person = tree.person()
    copy = person.copy(update_attrs={"slug": "kopia"}, keep_live=True)
    assert not PersonPage.objects.get(pk=copy.pk).live


def test_a_copied_section_takes_no_rights_along(tree):
    tree.person()
    tree.section.copy(recursive=True, update_attrs={"slug": "kopia"})
    assert PersonPage.objects.live().count() == 1


def test_aliases_are_refused_also_below_a_section(tree, project):
    with pytest.raises(AliasRefused):
        project.create_alias(update_slug="spegel")
    with pytest.raises(AliasRefused):
        tree.section.create_alias(update_slug="spegel", recursive=True)
    assert ProjectPage.objects.count() == 1


def test_as_object_of_a_translation_knows_its_facts(tree, project):
    translation = tree.translate(project)
    version = translation.get_latest_revision_as_object()
    assert not version.is_source
    assert version.facts.pk == project.pk


def test_publishing_without_rights_is_refused(tree):
    page = tree.person(basis="", live=False)
    with pytest.raises(PublishRefused) as refusal:
        page.save_revision().publish()
    assert refusal.value.problems == [str(p) for p in page.record.publish_problems()]
    assert not PersonPage.objects.get(pk=page.pk).live


def test_a_number_taken_meanwhile_is_refused_when_published(tree, project):
    other = tree.project("Ett annat", live=False)
    other.case_numbers.add(CaseNumber(registry="provrådet ", number="Dnr 2001–00001"))
    with pytest.raises(PublishRefused, match="Provet"):
        other.save_revision().publish()


def test_page_facts_in_a_preview(tree, project):
    translation = tree.translate(project)
    project.status = Status.CANCELLED
    for page, expected in ((project, Status.CANCELLED), (translation, Status.ONGOING)):
        request = RequestFactory().get("/")
        assert page.facts.status == expected
        assert page.make_preview_request(request, "").status_code == 200


def test_a_scheduled_page_that_is_refused_does_not_stop_the_others(tree):
    soon = timezone.now() + timedelta(hours=1)
    refused = tree.person("Första Provsson", live=False, go_live_at=soon)
    good = tree.person("Andra Provsson", live=False, go_live_at=soon)
    for page in (refused, good):
        page.save_revision().publish()
    record = PersonRecord.objects.get(pk=refused.translation_key)
    record.withdrawn_on = timezone.localdate()
    record.save()
    past = timezone.now() - timedelta(minutes=1)
    waiting = Revision.objects.filter(approved_go_live_at__isnull=False)
    for number, revision in enumerate(waiting):
        revision.content["go_live_at"] = past.isoformat()
        revision.approved_go_live_at = past + timedelta(seconds=number)
        revision.save()
    call_command("publish_scheduled")
    assert not PersonPage.objects.get(pk=refused.pk).live
    assert PersonPage.objects.get(pk=good.pk).live
    assert not waiting.all().exists()


def test_a_deleted_profile_leaves_no_contact_card(tree):
    person = tree.person()
    record = PersonRecord.objects.get(pk=person.translation_key)
    record.open_to_introductions = True
    record.save()
    ContactCard.objects.create(record=record, phone="000")
    person.delete()
    record = PersonRecord.objects.get(pk=record.pk)
    assert not hasattr(record, "contact_card")
    assert not record.open_to_introductions
