"""The demonstration loads, says what is true of it, and respects editors."""

from io import StringIO

from django.core.management import CommandError, call_command
from django.test import TestCase
from wagtail.models import Page, ReferenceIndex, Revision

from home.demo.facts import digest, read
from home.demo.loading import load_demo
from home.demo.organisations import organisation_key
from home.demo.people import people, person_key
from home.demo.projects import project_key, projects
from home.models import LoadedContent, ThemePage
from people.models import (
    ContactCard,
    Organisation,
    OrganisationPage,
    PersonPage,
    PersonRecord,
)
from pictures.licences import Licence
from pictures.models import Picture
from projects.coverage import State
from projects.models import CaseNumber, Need, ProjectPage
from taxonomy.models import Concept


def project(name, lang="sv"):
    return ProjectPage.objects.get(
        translation_key=project_key(name), locale__language_code=lang
    )


def person(name, lang="sv"):
    return PersonPage.objects.get(
        translation_key=person_key(name), locale__language_code=lang
    )


class LoadedDemo(TestCase):
    @classmethod
    def setUpTestData(cls):
        call_command("load_vocabulary", verbosity=0, stdout=StringIO())
        cls.report = load_demo()

    def test_everything_is_there_in_both_languages(self):
        assert len(projects()) == 44
        assert len(people()) == 42
        for lang in ("sv", "en"):
            live = {"locale__language_code": lang, "live": True}
            assert ProjectPage.objects.filter(**live).count() == 44
            assert PersonPage.objects.filter(**live).count() == 42
        assert self.report.count("kept") == 0
        assert ProjectPage.objects.filter(live_revision=None).count() == 0

    def test_the_aspects_have_drawings_of_our_own(self):
        pages = ThemePage.objects.live()
        assert {page.image.licence for page in pages} == {Licence.CC0}
        assert Picture.objects.count() == 3  # one for both languages
        for picture in Picture.objects.all():
            assert picture.description_sv and picture.description_en
            assert picture.credit and (picture.width, picture.height) == (1800, 800)

    def test_the_origin_project(self):
        page = project("pa-gransen")
        assert (page.start, page.end) == ("2013-09", "2014-05")
        assert page.coordinator.name_sv == "Stadsmuseet"
        assert page.coordinator.parent.parent.name_sv == "Stockholms stad"
        assert page.case_numbers.get().identifier == "2013-01747_Vinnova"
        grant = page.funding.get()
        assert (grant.funder.name_sv, grant.amount) == ("Vinnova", 322_380)
        assert page.coverage.sociocultural is State.COVERED
        assert page.coverage.missing == ("environmental", "economic")
        english = project("pa-gransen", "en")
        assert english.title.startswith("On the Border")
        assert english.facts == page
        assert english.case_numbers.count() == 0
        assert "dialogue" in english.approach

    def test_states_of_the_aspects_are_as_the_facts_say(self):
        page = project("slussen")
        assert page.coverage.sociocultural is State.COVERED
        assert page.coverage.environmental is State.CLAIMED
        assert project("ytterstadsprojektet").coverage.environmental is (
            State.NOT_APPLICABLE
        )
        for item in projects():
            aspects = {claim.tag.aspect for claim in project(item["id"]).claims.all()}
            assert "crosscutting" not in aspects

    def test_nobody_is_open_to_introductions_or_can_be_reached(self):
        assert not PersonRecord.objects.filter(open_to_introductions=True).exists()
        assert not PersonRecord.objects.exclude(legal_basis="deceased").exists()
        assert not ContactCard.objects.exists()
        assert not PersonPage.objects.filter(died=None, locale__language_code="sv")

    def test_examples_and_readings_are_said_to_be_so_in_both_languages(self):
        for model in (ProjectPage, PersonPage):
            for page in model.objects.all():
                said = {"sv": "redaktionell läsning", "en": "editorial reading"}
                assert said[page.locale.language_code] in page.editorial_note

    def test_every_project_and_person_has_sources(self):
        for model in (ProjectPage, PersonPage):
            for page in model.objects.filter(locale__language_code="sv"):
                assert page.sources.exists(), page

    def test_plan_phases_have_dates_and_only_plans_have_phases(self):
        plans = ProjectPage.objects.exclude(phase_periods=None).distinct()
        assert {page.title for page in plans} == {
            project(name).title
            for name in (
                "lovholmen",
                "designens-hus",
                "kista-ang",
                "beckomberga-detaljplan",
            )
        }
        for page in plans:
            assert all(period.starts for period in page.phase_periods.all())
        # Later phases of this plan were not checked: the site must not say that
        # one can no longer comment.
        assert project("lovholmen").phase_periods.get().checked_on is None

    def test_usage_is_indexed(self):
        concept = Concept.objects.get(
            scheme__slug="competences", notation="k-arkeologi"
        )
        assert ReferenceIndex.get_references_to(concept).exists()

    def test_a_second_run_writes_nothing(self):
        def state():
            return [
                Page.objects.count(),
                Revision.objects.count(),
                list(Page.objects.order_by("pk").values_list("last_published_at")),
                Need.objects.order_by("-pk").first().pk,
                LoadedContent.objects.count(),
            ]

        before = state()
        with self.assertNumQueries(FuzzyInt(1, 60)):
            report = load_demo()
        assert not report.wrote
        assert report.count("kept") == 0
        assert state() == before

    def test_what_an_editor_changed_stays_and_is_named(self):
        page = project("slussen")
        page.title = "Slussen, ändrad"
        page.save_revision().publish()
        draft = person("ellen-key")
        draft.role = "Ett utkast"
        draft.save_revision()
        project("hagastaden").unpublish()
        project("kista-ang").delete()
        Organisation.objects.filter(name_sv="JM").update(name_sv="JM AB")
        touch_facts("slussen", "hagastaden", "kista-ang", "JM")
        output = StringIO()
        call_command("load_demo", stdout=output)
        assert project("slussen").title == "Slussen, ändrad"
        assert not project("hagastaden").live
        assert person("ellen-key").latest_revision.content["role"] == "Ett utkast"
        assert not ProjectPage.objects.filter(
            translation_key=project_key("kista-ang")
        ).exists()
        assert not Organisation.objects.filter(name_sv="JM").exists()
        for name in (
            "Slussens ombyggnad",
            "Ellen Key",
            "Hagastaden",
            "Kista Äng",
            "JM",
        ):
            assert f"Left alone, changed by an editor: {name}" in output.getvalue()

    def test_new_facts_renew_a_page_that_nobody_changed(self):
        key = project("slussen").needs.first().key
        LoadedContent.objects.filter(key=project_key("slussen")).update(digest="old")
        report = load_demo()
        assert report.done["updated"] == [
            "Slussens ombyggnad (sv)",
            "Rebuilding of Slussen (en)",
        ]
        page = project("slussen")
        assert page.needs.first().key == key
        assert page.needs.count() == 3
        assert page.case_numbers.count() == 1
        assert page.revisions.count() == 2
        assert page.latest_revision == page.live_revision

    def test_a_project_that_an_import_brought_is_not_made_twice(self):
        page = project("pa-gransen")
        LoadedContent.objects.filter(key=page.translation_key).delete()
        other = page.get_parent().add_child(instance=ProjectPage(title="Importerat"))
        page.delete()
        other = ProjectPage.objects.get(pk=other.pk)
        other.case_numbers = [CaseNumber(registry="VINNOVA", number="Dnr 2013–01747")]
        other.save()
        report = load_demo()
        assert len(report.done["kept"]) == 1
        assert CaseNumber.objects.filter(normalised="2013-01747").count() == 1

    def test_an_organisation_that_exists_is_used(self):
        assert Organisation.objects.filter(name_sv="Stadsmuseet").count() == 1
        section = OrganisationPage.objects.get(
            translation_key=organisation_key("stadsmuseet"), locale__language_code="en"
        )
        assert section.title == "Stockholm City Museum"


class FuzzyInt(int):
    """Equal to every number between two: the bound matters, not the count."""

    def __new__(cls, low, high):
        number = super().__new__(cls, high)
        number.low = low
        return number

    def __eq__(self, other):
        return self.low <= other <= int(self)

    __hash__ = int.__hash__


def touch_facts(*names):
    """As if a new release had other facts about these."""
    keys = [project_key(name) for name in names]
    keys += [person_key("ellen-key")]
    LoadedContent.objects.filter(key__in=keys).update(digest=digest("other facts"))


class MissingVocabulary(TestCase):
    def test_the_message_says_what_to_do(self):
        with self.assertRaisesMessage(CommandError, "load_vocabulary"):
            call_command("load_demo", stdout=StringIO())


def test_the_shipped_facts_carry_no_internal_notes():
    for name in ("projects", "people", "organisations"):
        for item in read(name)[name]:
            assert "notes" not in item
            assert "verified" not in item
