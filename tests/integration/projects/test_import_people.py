from datetime import date

import pytest
from django.core.management import CommandError

from people.models import PersonPage, PersonRecord
from projects.models import CaseNumber, ProjectPage
from tests.factories.database import snapshot
from tests.factories.swecris import ORCID, swecris_row

pytestmark = pytest.mark.django_db


def project(lang="sv", number="2099-00001"):
    key = CaseNumber.objects.get(number=number).page.translation_key
    return ProjectPage.objects.get(translation_key=key, locale__language_code=lang)


def test_people_are_drafts_without_a_legal_basis(run):
    run(swecris_row())
    page = PersonPage.objects.get(title="Prova Testsson")
    assert not page.live
    assert page.orcid == ORCID
    assert page.record.legal_basis == ""
    assert page.get_parent().specific.organisation.name_sv == "Provköpings kommun"


def test_one_person_is_one_profile(run, tree):
    tree.person("Redan Här", orcid=ORCID)
    run(swecris_row(), swecris_row(projectId="2_X"))
    assert PersonPage.objects.filter(orcid=ORCID).count() == 1
    assert PersonPage.objects.filter(title="Hitta Påhitt").count() == 1
    assert project(number="2").team.first().person.label == "Redan Här"


def test_a_person_deleted_here_stays_away(run):
    run(swecris_row())
    page = PersonPage.objects.get(title="Hitta Påhitt")
    page.delete()
    PersonRecord.objects.filter(pk=page.translation_key).delete()
    run(swecris_row(fundingYear=2012), swecris_row(projectId="2_X"))
    assert not PersonPage.objects.filter(title="Hitta Påhitt").exists()
    assert project(number="2").team.count() == 1


def test_people_are_published_only_when_told(run):
    with pytest.raises(CommandError, match="informed-on"):
        run(swecris_row(), publish_people=True)
    with pytest.raises(CommandError):
        run(swecris_row(), publish_people=True, informed_on="2999-01-01")
    with pytest.raises(CommandError):
        run(swecris_row(), informed_on="2020-01-01")
    assert not ProjectPage.objects.exists()
    run(swecris_row())
    lines = run(swecris_row(), publish_people=True, informed_on="2020-01-02")
    assert lines["9000001"]["outcome"] == "updated"
    page = PersonPage.objects.get(title="Prova Testsson")
    assert page.live
    assert page.record.legal_basis == "public_task"
    assert page.record.informed_on == date(2020, 1, 2)
    assert page.record.open_to_introductions is False
    before = snapshot()
    run(swecris_row(), publish_people=True, informed_on="2020-01-02")
    assert snapshot() == before


def test_a_withdrawn_profile_is_not_published_again(run):
    run(swecris_row(), publish_people=True, informed_on="2020-01-02")
    record = PersonPage.objects.get(title="Prova Testsson").record
    record.withdrawn_on = date(2021, 1, 1)
    record.save()
    lines = run(swecris_row(), publish_people=True, informed_on="2022-01-02")
    assert lines["9000001"]["outcome"] == "refused"
    assert not PersonPage.objects.get(title="Prova Testsson").live


def test_gender_is_stored_nowhere(run):
    packed = "¤¤¤1¤Prova Testsson¤¤PI¤Ledare¤KÖNSUPPGIFT¤"
    run(swecris_row(involvedPeople=packed))
    assert "KÖNSUPPGIFT" not in repr(snapshot())
    assert "KÖNSUPPGIFT" not in run.screen
