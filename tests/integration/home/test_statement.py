"""The accessibility statement: all that the law asks of one, and its reminders."""

from datetime import date, timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from wagtail.models import Locale
from wagtail_localize.models import TranslationSource

from accounts.models import User
from home.models import AccessibilityStatementPage
from home.models.statement import Reason
from home.site_tree import create_site

pytestmark = pytest.mark.django_db

TODAY = date(2026, 12, 1)


@pytest.fixture(autouse=True)
def page():
    cache.clear()
    create_site()
    AccessibilityStatementPage.objects.update(
        public_body="Provstads kommun",
        reviewed_on=timezone.localdate(),
        email="prov@example.org",
        answer_days=5,
    )
    return AccessibilityStatementPage.objects.get(slug="accessibility")


def shortcoming(reason=Reason.NOT_YET, **fields):
    row = {"description": "Kartan", "criterion": "", "why": "", "planned": None}
    return ("shortcoming", row | {"reason": reason} | fields)


def test_it_says_all_that_is_asked_of_it(client, page):
    html = client.get("/en/accessibility/").content.decode()
    for text in (
        "Provstads kommun answers for På gränsen",
        "<strong>partially compliant</strong> with the Swedish Act (2018:1937)",
        "Does not meet the requirements yet",
        "1.3.1 Info and Relationships",
        "Own assessment, on Nov. 24, 2026.",
        "What has not been tested",
        'href="/en/contact/"',
        'href="mailto:prov@example.org"',
        "We answer within 5 days.",
        'href="https://www.digg.se/tdosanmalan"',
        "Last reviewed",
        "Published",
    ):
        assert text in html, text


def test_both_languages_are_there_and_lead_to_the_form_in_their_own(client):
    html = client.get("/tillganglighet/").content.decode()
    assert 'href="/kontakt/"' in html.split("<main")[1].split("<footer")[0]
    assert "3.1.2 Språk för delar" in html


def test_the_three_kinds_are_kept_apart_in_the_order_of_the_law(client, page):
    page.shortcomings = [
        shortcoming(Reason.OUTSIDE, description="Gamla dokument"),
        shortcoming(Reason.BURDEN, description="Filmer", why="För dyrt."),
        shortcoming(Reason.NOT_YET, planned=date(2027, 1, 31)),
    ]
    page.save_revision().publish()
    html = client.get(page.url).content.decode().split("<main")[1]
    order = [
        html.index(text)
        for text in ("Kartan", "Jan. 31, 2027", "Filmer", "För dyrt.", "Gamla dok")
    ]
    assert order == sorted(order)
    assert html.count("<h3>") == 4


def test_an_unnamed_owner_is_said_to_be_unnamed(client, page):
    AccessibilityStatementPage.objects.update(public_body="")
    html = client.get(page.url).content.decode()
    assert "It is not said yet which public body answers" in html


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"public_body": ""}, "which public body"),
        ({"reviewed_on": TODAY - timedelta(days=366)}, "more than a year"),
        ({"shortcomings": []}, "but not what"),
        ({"shortcomings": [shortcoming(planned=date(2026, 11, 30))]}, "has passed"),
        ({"shortcomings": [shortcoming(Reason.BURDEN)]}, "is not explained"),
        ({"email": "", "contact_page": None}, "no way to report"),
    ],
)
def test_what_the_admin_warns_of(page, change, words):
    page.reviewed_on = TODAY - timedelta(days=365)
    assert page.warnings(TODAY) == []
    for name, value in change.items():
        setattr(page, name, value)
    [sentence] = page.warnings(TODAY)
    with translation.override("en"):
        assert words in str(sentence)


def test_the_admin_reminds_and_hinders_nothing(client, page):
    client.force_login(User.objects.create_superuser("chef", password="x"))
    address = f"/admin/pages/{page.pk}/edit/"
    assert address not in client.get("/admin/").content.decode()

    old = timezone.localdate() - timedelta(days=400)
    AccessibilityStatementPage.objects.update(reviewed_on=old)
    page.refresh_from_db()
    page.save_revision().publish()
    assert f'href="{address}"' in client.get("/admin/").content.decode()
    opened = client.get(address)
    assert len(list(opened.context["messages"])) == 1


def test_a_translation_starts_with_the_same_facts(page):
    swedish = AccessibilityStatementPage.objects.get(slug="tillganglighet")
    page.delete()
    source, _made = TranslationSource.update_or_create_from_instance(swedish)
    english = Locale.objects.get(language_code="en")
    source.create_or_update_translation(english, fallback=True)
    copy = swedish.get_translations().get().get_latest_revision_as_object()
    assert [row.value["reason"] for row in copy.shortcomings] == ["not_yet"] * 2
    assert (copy.conformance, copy.assessed_on) == ("partial", swedish.assessed_on)
    texts = set(source.stringsegment_set.values_list("string__data", flat=True))
    assert swedish.shortcomings[0].value["description"] in texts


def test_the_cost_does_not_grow_with_shortcomings(client, page):
    def cost() -> int:
        client.get(page.url)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(page.url).status_code == 200
        return len(asked)

    few = cost()
    page.shortcomings = [shortcoming()] * 30
    page.save_revision().publish()
    assert cost() == few <= 15
