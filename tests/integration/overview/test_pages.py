"""What the public and staff get: on the page, in the admin, and as files."""

import csv
import re
from html import unescape
from io import BytesIO, StringIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.http import QueryDict
from django.utils import timezone
from openpyxl import load_workbook

from accounts.models import User
from home.groups import grant_first_rights
from overview.choice import Choice, parse_choice
from overview.disclosure import withheld
from overview.picture import Audience, city_picture
from overview.tables import WITHHELD_SIGN, Withheld
from people.models import Organisation
from search.models import DemandCount
from tests.integration.overview import plain_count

pytestmark = pytest.mark.django_db

ADMIN = "/admin/reports/city-picture/"


@pytest.fixture
def planner(db) -> User:
    grant_first_rights()
    user = User.objects.create_user("planerare", "p@example.org", "hemligt")
    user.groups.add(Group.objects.get(name="Editors"))
    return user


def screen_tables(html: str) -> dict[str, list[list[str]]]:
    """Title → lines, as a person reads the page's tables."""
    found = {}
    for table in re.findall(r'<table class="figures">.*?</table>', html, re.DOTALL):
        # What screen readers hear beside the sign is not on the screen.
        table = re.sub(r'<span class="vh">.*?</span>', "", table)
        [title] = re.findall(r"<caption.*?>(.*?)</caption>", table)
        found[plain(title)] = [
            [plain(cell) for cell in re.findall(r"<t[hd].*?>(.*?)</t[hd]>", line)]
            for line in re.findall(r"<tr.*?>(.*?)</tr>", table, re.DOTALL)
        ]
    return found


def plain(html: str) -> str:
    return unescape(re.sub(r"<.*?>", "", html)).strip()


def csv_lines(response) -> list[list[str]]:
    text = response.content.decode("utf-8-sig")
    return list(csv.reader(StringIO(text), delimiter=";"))


def xlsx_tables(response) -> list[list[list[str]]]:
    book = load_workbook(BytesIO(response.content))
    return [
        [
            ["" if cell is None else str(cell) for cell in row]
            for row in sheet.iter_rows(values_only=True)
        ]
        for sheet in book
    ]


@pytest.mark.parametrize("address", ["", "district=provdal", "aspect=economic"])
def test_files_equal_the_screen(client, full, planner, address):
    client.force_login(planner)
    for start in (full.page.url, ADMIN):
        shown = screen_tables(client.get(f"{start}?{address}").content.decode())
        files = xlsx_tables(client.get(f"{start}?{address}&format=xlsx"))
        assert files == list(shown.values())
        assert len(shown) >= 8
        keys = city_picture(Choice(), Audience.PUBLIC).tables
        for key, lines in zip(keys, shown.values(), strict=False):
            answer = client.get(f"{start}?{address}&format=csv&table={key}")
            assert csv_lines(answer) == lines
            assert "attachment" in answer["Content-Disposition"]


def test_one_file_with_all_tables(client, full):
    lines = csv_lines(client.get(f"{full.page.url}?format=csv"))
    shown = screen_tables(client.get(full.page.url).content.decode())
    expected = []
    for title, table in shown.items():
        expected += ([[]] if expected else []) + [[title], *table]
    assert lines == expected


def test_no_figure_is_taken_for_a_formula(client, full):
    Organisation.objects.filter(sector="city").update(name_sv='=HYPERLINK("x")')
    for name in ("csv", "xlsx"):
        answer = client.get(f"{full.page.url}?format={name}&table=network")
        if name == "csv":
            cells = [cell for line in csv_lines(answer) for cell in line]
            assert not any(cell.startswith("=") for cell in cells)
            assert any(cell.startswith("'=HYPER") for cell in cells)
        else:
            sheet = load_workbook(BytesIO(answer.content)).active
            assert {cell.data_type for row in sheet for cell in row} == {"s", "n"}


def test_the_public_gets_no_small_counts_of_people(client, full):
    secret = {
        key
        for key, (people, _available) in plain_count.people().items()
        if 0 < people < 5
    }
    assert secret
    picture = city_picture(Choice(), Audience.PUBLIC)
    [table] = [t for key, t in picture.tables.items() if key == "people-districts"]
    cells = [cell for row in table.rows for cell in row.cells]
    assert not any(isinstance(cell, int) and 0 < cell < 5 for cell in cells)
    # More than the small ones, or they could be had by subtraction.
    hidden = sum(isinstance(cell, Withheld) for cell in cells)
    assert len(secret) < hidden < len(cells)
    shown = screen_tables(client.get(full.page.url).content.decode())
    people = next(
        lines for lines in shown.values() if len(lines[0]) == len(table.columns) + 1
        and lines[0][-1] == table.columns[-1].label and WITHHELD_SIGN in str(lines)
    )  # fmt: skip
    assert sum(line.count(WITHHELD_SIGN) for line in people) == hidden


@pytest.mark.parametrize("beside", ["", "&sector=company", "&phase=ongoing"])
def test_what_is_withheld_is_so_in_every_view(full, beside):
    """A choice makes no figure of people that the whole page does not have."""
    whole = city_picture(Choice(), Audience.PUBLIC).tables
    people = {
        (row.head.text, column.label): cell
        for row in whole["people-districts"].rows
        for column, cell in zip(
            whole["people-districts"].columns, row.cells, strict=True
        )
    }
    assert any(isinstance(cell, Withheld) for cell in people.values())
    for district in full.districts:
        for aspect in ("", "&aspect=economic"):
            address = f"district={district.notation}{aspect}{beside}"
            chosen = parse_choice(QueryDict(address))
            tables = city_picture(chosen, Audience.PUBLIC).tables
            rows = tables["people-districts"].rows
            figures = {row.head.text: row.cells[0] for row in rows}
            figures |= {row.head.text: row.cells[4] for row in tables["needs"].rows}
            assert figures
            for name, figure in figures.items():
                assert figure == people[name, district.name.text]


def test_staff_get_all_counts_and_the_page_says_what_is_counted(client, full, planner):
    client.force_login(planner)
    html = client.get(ADMIN).content.decode()
    assert WITHHELD_SIGN not in re.findall(r"<td.*?>(.*?)</td>", html)
    assert "sprid dem inte vidare" in html or "do not pass them on" in html
    picture = city_picture(Choice(), Audience.STAFF)
    assert not any(table.has_withheld for table in picture.tables.values())


def test_the_public_page_has_no_availability_and_no_queries(client, full):
    DemandCount.objects.create(
        text="ovanlig fråga", language="sv", day=timezone.localdate(), hits=0
    )
    html = client.get(full.page.url).content.decode()
    assert "ovanlig fråga" not in html
    public = city_picture(Choice(), Audience.PUBLIC).tables
    staff = city_picture(Choice(), Audience.STAFF).tables
    assert len(public["needs"].columns) == len(staff["needs"].columns) - 1
    assert "unanswered" not in public


def test_what_is_not_found_is_for_those_who_may_see_the_report(client, full, planner):
    today = timezone.localdate()
    for day in range(3):
        DemandCount.objects.create(
            text="solceller på tak",
            language="sv",
            day=today - timezone.timedelta(days=day),
            hits=0,
        )
    client.force_login(planner)
    assert "solceller på tak" in client.get(ADMIN).content.decode()
    right = Permission.objects.get(codename="view_demandcount")
    Group.objects.get(name="Editors").permissions.remove(right)
    assert "solceller på tak" not in client.get(ADMIN).content.decode()
    assert "solceller" not in client.get(f"{ADMIN}?format=csv").content.decode()


def test_only_who_has_the_right_sees_it_in_full(client, full, planner):
    assert client.get(ADMIN).status_code == 302
    right = Permission.objects.get(codename="see_city_picture")
    Group.objects.get(name="Editors").permissions.remove(right)
    client.force_login(planner)
    assert client.get(ADMIN).status_code == 302
    assert ADMIN not in client.get("/admin/").content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "aspect=crosscutting",
        "district=nowhere",
        "phase=%27%3B--",
        "sector=x",
        "period=2011-2015",
        "period=9999999",
        "period=٢٠١٠-٢٠١٤",
        "district=provdal&aspect=<script>",
        "district=%00",
    ],
)
def test_what_is_not_known_is_left_out_and_said(client, full, address):
    html = client.get(f"{full.page.url}?{address}").content.decode()
    assert 'class="notice warning"' in html
    assert "<script>" not in html


def test_an_unknown_file_or_table_is_no_error(client, full):
    assert "<h1" in client.get(f"{full.page.url}?format=pdf").content.decode()
    answer = client.get(f"{full.page.url}?format=csv&table=nothing")
    assert len(csv_lines(answer)) > 20


def test_the_choice_stands_in_the_form_and_in_the_addresses_of_files(client, full):
    html = client.get(f"{full.page.url}?district=provdal&period=2010-2014").content
    html = html.decode()
    assert re.search(r'value="provdal"[^>]* selected', html)
    assert re.search(r'value="2010-2014"[^>]* selected', html)
    [every, *_rest] = re.findall(r'href="([^"]*format=csv)"', html)
    assert "district=provdal&amp;period=2010-2014&amp;format=csv" in every


def test_an_empty_city_has_a_page(client, city):
    html = client.get(city.page.url).content.decode()
    assert "<h1" in html
    assert client.get(f"{city.page.url}?format=xlsx").status_code == 200


def test_the_page_has_a_translation_and_stands_in_the_sitemap(client, full):
    other = full.page.copy_for_translation(full.tree.en)
    other.save_revision().publish()
    assert "What is needed" in client.get(other.url).content.decode()
    listed = client.get("/sitemap-pages.xml").content.decode()
    assert full.page.full_url in listed
    assert other.full_url in listed


def test_the_withheld_cells_are_those_of_the_whole_table(full):
    """As the pure rule has it, from the plain count."""
    plain = plain_count.people()
    competences = [*sorted({one for one, _d in plain} - {-2}), -2]
    districts = [*sorted({other for _c, other in plain} - {-2}), -2]
    table = [[plain.get((c, d), [0])[0] for d in districts] for c in competences]
    expected = {(competences[r], districts[c]) for r, c in withheld(table)}
    shown = city_picture(Choice(), Audience.PUBLIC).tables["people-districts"]
    assert sum(
        isinstance(cell, Withheld) for row in shown.rows for cell in row.cells
    ) == len(expected)
