"""What is counted of a search, what never is, and who may read the counts."""

import csv
import io
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.db import DatabaseError
from django.utils import timezone

from search.demand import log
from search.demand.names import forget_names
from search.models import DemandCount

pytestmark = pytest.mark.django_db
REPORT = "/admin/reports/search-demand/"


@pytest.fixture(autouse=True)
def no_names_of_other_tests():
    forget_names()
    yield
    forget_names()


def counted() -> dict[tuple[str, str], tuple[int, int]]:
    return {
        (row.text, row.language): (row.asked, row.hits)
        for row in DemandCount.objects.all()
    }


# --- counting -------------------------------------------------------------------------


def test_a_question_is_counted_by_day_and_language(client, tree, delivered):
    tree.project("Regntorget")
    delivered()
    for address in (
        "/sok/?q=Regntorget",
        "/sok/?q=+regntorget!",
        "/en/search/?q=xyzzy",
    ):
        assert client.get(address).status_code == 200
    assert counted() == {("regntorget", "sv"): (2, 1), ("xyzzy", "en"): (1, 0)}
    assert DemandCount.objects.first().day == timezone.localdate()


def test_nothing_says_who_asked():
    names = {field.name for field in DemandCount._meta.get_fields()}
    assert names == {"id", "text", "language", "day", "asked", "hits"}


@pytest.mark.parametrize(
    "address",
    [
        "/sok/",
        "/sok/?q=",
        "/sok/?q=regn&page=2",
        "/sok/?q=regn&type=project",
        "/sok/?q=regn&sort=title",
        "/sok/forslag?q=regn",
        "/api/v1/search/?q=regn",
        "/projekt/?q=regn",
        "/sok/?q=121212-1212",
        "/sok/?q=vem+%C3%A4r+19121212-1212",
        "/sok/?q=prova@example.org",
        "/sok/?q=070-174+06+05",
    ],
)
def test_what_is_no_new_question_or_tells_of_a_person_is_not_counted(
    client, tree, address
):
    assert client.get(address).status_code == 200
    assert counted() == {}


def test_a_number_beyond_the_cut_is_not_counted_either(client, db):
    client.get(f"/sok/?q={'ord+' * 26}121212-1212")
    assert counted() == {}


def test_heads_and_guesses_of_browsers_are_not_counted(client, db):
    client.head("/sok/?q=regn")
    client.get("/sok/?q=regn", headers={"Sec-Purpose": "prefetch;prerender"})
    client.get("/sok/?q=regn", headers={"Purpose": "prefetch"})
    assert counted() == {}


def test_the_same_question_from_its_own_answer_is_not_counted_again(client, db):
    def come_from(address):
        client.get("/sok/?q=regn", headers={"Referer": address})

    come_from("http://testserver/sok/?q=Regn&type=project")
    come_from("http://testserver/en/search/?q=regn")
    assert counted() == {}
    come_from("http://testserver/sok/?q=torg")
    come_from("https://other.example/?q=regn")
    come_from("http://[broken")
    assert counted() == {("regn", "sv"): (3, 0)}


@pytest.mark.parametrize("live", [True, False])
def test_names_of_people_are_not_counted_public_or_not(client, tree, live):
    client.get("/sok/?q=vem+ar+Asa+Pahitt")
    DemandCount.objects.all().delete()
    tree.person("Åsa Påhitt", live=live)
    for words in ("Åsa Påhitt", "påhitt åsa", "vem ar asa pahitt", "Påhitt"):
        client.get("/sok/", {"q": words})
    assert counted() == {}
    client.get("/sok/", {"q": "åsa"})
    assert counted() == {("åsa", "sv"): (1, 0)}


def test_a_count_that_fails_stops_no_search(client, db, monkeypatch):
    def fail(*args):
        raise DatabaseError("database is locked")

    monkeypatch.setattr(log, "_add", fail)
    assert client.get("/sok/?q=regn").status_code == 200


def test_a_flood_of_different_questions_is_not_kept(client, db, monkeypatch):
    monkeypatch.setattr(log, "MOST_A_DAY", 3)
    for n in range(6):
        client.get(f"/sok/?q=fråga+{n}")
    assert len(counted()) == 3


def test_counts_are_forgotten_after_ninety_days(db):
    today = timezone.localdate()
    for age in (0, 90, 91):
        DemandCount.objects.create(
            text=f"{age}", language="sv", day=today - timedelta(days=age), hits=0
        )
    call_command("run_due")
    assert set(DemandCount.objects.values_list("text", flat=True)) == {"0", "90"}


# --- reading --------------------------------------------------------------------------


def asked(text, *, days, hits=0, times=1, language="sv", ago=0):
    today = timezone.localdate()
    for n in range(days):
        DemandCount.objects.create(
            text=text,
            language=language,
            day=today - timedelta(days=n + ago),
            asked=times,
            hits=hits if n == 0 else 7,
        )


@pytest.fixture
def reader(client, django_user_model):
    """Somebody who may enter the admin and read the counts, and nothing more."""
    user = django_user_model.objects.create_user("reader")
    group = Group.objects.create(name="Readers")
    for codename in ("access_admin", "view_demandcount"):
        group.permissions.add(Permission.objects.get(codename=codename))
    user.groups.add(group)
    client.force_login(user)
    return client


def rows(client, **filters) -> list[dict]:
    response = client.get(REPORT, {"export": "csv", **filters})
    text = b"".join(response.streaming_content).decode()
    lines = list(csv.reader(io.StringIO(text)))
    names = ("text", "language", "total", "days", "hits")
    return [dict(zip(names, line, strict=True)) for line in lines[1:]]


def test_the_report_shows_what_was_asked_on_three_days_or_more(reader):
    asked("sällan", days=2, times=50)
    asked("regnbädd", days=3, times=2)
    asked("torg", days=4, times=3, hits=5)
    found = rows(reader)
    assert [row["text"] for row in found] == ["torg", "regnbädd"]
    assert found[0] | {"language": ""} == {
        "text": "torg", "language": "", "total": "12", "days": "4", "hits": "5"
    }  # fmt: skip
    html = reader.get(REPORT).content.decode()
    assert "regnbädd" in html
    assert "sällan" not in html


def test_the_report_is_narrowed_by_period_language_and_answer(reader):
    asked("nu", days=3)
    asked("nyss", days=3, ago=10)
    asked("halvt", days=4, ago=5)
    asked("english", days=3, hits=9, language="en")
    assert [row["text"] for row in rows(reader, days="7")] == ["english", "nu"]
    assert [row["text"] for row in rows(reader, language="en")] == ["english"]
    texts = {row["text"] for row in rows(reader, found="nothing")}
    assert texts == {"nu", "nyss", "halvt"}
    assert reader.get(f"{REPORT}?days=x&language=%00&found=y").status_code == 200


def test_the_report_never_shows_a_name(reader, tree):
    asked("påhitt åsa", days=5)
    assert len(rows(reader)) == 1
    tree.person("Åsa Påhitt")
    assert rows(reader) == []


def test_only_who_may_reads_the_report(client, django_user_model):
    user = django_user_model.objects.create_user("editor")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    assert client.get(REPORT).status_code == 302
    assert REPORT not in client.get("/admin/").content.decode()


def test_the_report_is_in_the_menu_of_who_may_read_it(reader):
    assert REPORT in reader.get("/admin/").content.decode()
