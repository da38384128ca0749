"""How fast the city's picture is made, on synthetic projects and people.

    make bench ARGS=overview_speed

Fills a temporary SQLite database with 10,000 projects in two languages and 20,000
people, and prints, for the public and for those who plan, and for several choices, the
number of queries, the median and the slowest of the rounds in milliseconds, and what
the whole page costs. ``DATABASE_URL`` names another, empty database to fill instead.
"""

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]
FOLDER = tempfile.TemporaryDirectory()
os.environ.setdefault("DATABASE_URL", f"sqlite:///{FOLDER.name}/bench.sqlite3")
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.dev"
os.environ["DEBUG"] = "false"  # debugging keeps every statement
os.environ.setdefault("SECRET_KEY", "this process only measures")

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.http import QueryDict  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext, override_settings  # noqa: E402
from django.utils import timezone  # noqa: E402
from wagtail.models import Page  # noqa: E402

from overview.choice import parse_choice  # noqa: E402
from overview.models import CityPicturePage, NeedOpened  # noqa: E402
from overview.picture import Audience, city_picture  # noqa: E402
from people.models import (  # noqa: E402
    HiddenCompetence,
    Organisation,
    PersonCompetence,
    PersonPage,
    PersonRecord,
    Sector,
)
from projects.models import (  # noqa: E402
    AspectClaim,
    AspectExemption,
    Need,
    NeedState,
    Partner,
    PhasePeriod,
    ProjectPage,
    ProjectRecord,
    Status,
)
from taxonomy.models import Concept  # noqa: E402
from tests.factories.taxonomy import load_all  # noqa: E402
from tests.factories.tree import Tree, build_tree  # noqa: E402

RANDOM = random.Random(7)
EVIDENCE = [{"type": "evidence", "value": {"title": "Mätningen"}, "id": "1"}]
BATCH = 250
ROUNDS = 7
CHOICES = (
    "",
    "aspect=economic",
    "district=farsta",
    "phase=ongoing",
    "sector=museum",
    "period=2015-2019",
    "aspect=environmental&district=sodermalm&sector=city&period=2020-2024",
)


def main(projects: int, people: int) -> None:
    call_command("migrate", verbosity=0)
    with transaction.atomic():
        tree = _fill(projects, people)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    print(f"{projects} projects, {people} people, {connection.vendor}")
    print(f"{'audience':8} {'queries':>7} {'p50 ms':>8} {'worst':>8}  choice")
    for audience in Audience:
        for address in CHOICES:
            choice = parse_choice(QueryDict(address))
            times, count = _times(lambda a=audience, c=choice: city_picture(c, a))
            _print(audience, times, count, address)
    page = tree.home.add_child(instance=CityPicturePage(title="Stadens bild"))
    client = Client()
    with override_settings(ALLOWED_HOSTS=["*"], PAGE_CACHE_SECONDS=0):
        assert client.get(page.url).status_code == 200  # noqa: S101
        times, count = _times(lambda: client.get(page.url))
    _print("page", times, count, "")


def _times(ask) -> tuple[list[float], int]:
    ask()
    with CaptureQueriesContext(connection) as found:
        ask()
    times = []
    for _round in range(ROUNDS):
        start = time.perf_counter()
        ask()
        times.append((time.perf_counter() - start) * 1000)
    return times, len(found)


def _print(what: str, times: list[float], queries: int, address: str) -> None:
    p50, worst = statistics.median(times), max(times)
    print(f"{what:8} {queries:7} {p50:8.0f} {worst:8.0f}  {address or 'everything'}")


def _fill(projects: int, people: int) -> Tree:
    load_all()
    tree = build_tree()
    ids = _Ids()
    organisations = Organisation.objects.bulk_create(
        Organisation(name_sv=f"Organisation {n}", sector=RANDOM.choice(Sector.values))
        for n in range(300)
    )
    pages = _pages(tree, ProjectPage, ProjectRecord, projects, languages=2)
    _projects(pages, ids, [row.pk for row in organisations])
    _people(_pages(tree, PersonPage, PersonRecord, people, languages=1), ids)
    return tree


class _Ids:
    """The concepts to choose from."""

    def __init__(self):
        def of(scheme, **fields):
            found = Concept.objects.in_scheme(scheme).filter(**fields)
            return list(found.values_list("pk", flat=True))

        self.tags = of("sustainability", level="tag")
        self.competences = of("competences", level="competence")
        self.districts = of("districts")
        self.phases = of("phases")


def _pages(tree: Tree, model, record_model, count: int, languages: int) -> list:
    """Rows of pages below the section, as treebeard numbers them; and their records.

    The sources come back, with the ids of their rows.
    """
    keys = [uuid4() for _n in range(count)]
    record_model.objects.bulk_create(
        [
            record_model(
                pk=key, source_locale=tree.sv, label=str(key), **_rights(record_model)
            )
            for key in keys
        ],
        batch_size=BATCH,
    )
    made = []
    for locale, section in zip(
        (tree.sv, tree.en)[:languages],
        (tree.section, tree.section.get_translation(tree.en)),
        strict=False,
    ):
        parent = Page.objects.get(pk=section.pk)
        first = parent.numchild + 1
        rows = [
            model(
                title=f"Sida {n}",
                draft_title=f"Sida {n}",
                slug=f"{model._meta.model_name}-{n}",
                path=f"{parent.path}{Page._int2str(n).rjust(Page.steplen, '0')}",
                depth=parent.depth + 1,
                url_path=f"{parent.url_path}{model._meta.model_name}-{n}/",
                content_type=_content_type(model),
                locale=locale,
                translation_key=key,
                live=True,
                first_published_at=timezone.now()
                - timedelta(days=RANDOM.randrange(900)),
            )
            for n, key in enumerate(keys, start=first)
        ]
        _insert(Page, rows)
        own = dict(
            Page.objects.filter(
                locale=locale, content_type=_content_type(model)
            ).values_list("translation_key", "pk")
        )
        for row in rows:
            row.pk = row.page_ptr_id = own[row.translation_key]
        Page.objects.filter(pk=parent.pk).update(numchild=first + count)
        made.append(rows)
    for row in made[0]:
        _facts(row)
    for rows in made:
        _insert(model, rows)
    return made[0]


def _content_type(model):
    return Page(title="x").content_type.__class__.objects.get_for_model(model)


def _rights(record_model) -> dict:
    if record_model is not PersonRecord:
        return {}
    return {
        "legal_basis": RANDOM.choice(["public_task", "consent", "deceased"]),
        "open_to_introductions": RANDOM.random() < 0.5,
        "hidden_fields": ["districts"] if RANDOM.random() < 0.1 else [],
    }


def _facts(page) -> None:
    if isinstance(page, ProjectPage):
        year = RANDOM.randrange(1995, 2026)
        page.status = RANDOM.choice(Status.values)
        page.start, page.end = str(year), str(year + RANDOM.randrange(5))
        page.citywide = RANDOM.random() < 0.05


def _insert(model, rows: list) -> None:
    """Only the model's own table: a page's rows are in two."""
    fields = [f for f in model._meta.local_concrete_fields if f.attname != "id"]
    for batch in _batches(rows):
        model._base_manager._insert(batch, fields=fields, using=connection.alias)


def _batches(rows: list) -> Iterator[list]:
    for start in range(0, len(rows), BATCH):
        yield rows[start : start + BATCH]


def _projects(pages: list[ProjectPage], ids: _Ids, organisations: list[int]) -> None:
    rows: dict[type, list] = {}

    def add(row) -> None:
        rows.setdefault(type(row), []).append(row)

    through = ProjectPage.districts.through
    today = timezone.localdate()
    for page in pages:
        for district in RANDOM.sample(ids.districts, RANDOM.choice((0, 1, 1, 2))):
            add(through(projectpage_id=page.pk, concept_id=district))
        for tag in RANDOM.sample(ids.tags, RANDOM.randrange(4)):
            evidence = EVIDENCE if RANDOM.random() < 0.5 else []
            add(AspectClaim(page_id=page.pk, tag_id=tag, evidence=evidence))
        if RANDOM.random() < 0.2:
            add(AspectExemption(page_id=page.pk, aspect="economic", reason_sv="Nej."))
        for organisation in RANDOM.sample(organisations, RANDOM.randrange(1, 5)):
            add(Partner(page_id=page.pk, organisation_id=organisation))
        for competence in RANDOM.sample(ids.competences, RANDOM.choice((0, 0, 1, 3))):
            need = Need(page_id=page.pk, competence_id=competence)
            add(need)
            add(NeedOpened(need_key=need.key))
            if RANDOM.random() < 0.3:
                add(
                    NeedState(
                        record_id=page.translation_key,
                        need_key=need.key,
                        state=RANDOM.choice(NeedState.State.values),
                    )
                )
        if RANDOM.random() < 0.2:
            for n, phase in enumerate(RANDOM.sample(ids.phases, 4)):
                start = today + timedelta(days=120 * (n - 2))
                add(
                    PhasePeriod(
                        page_id=page.pk,
                        phase_id=phase,
                        starts=start,
                        ends=start + timedelta(days=119),
                    )
                )
    for model, made in rows.items():
        model._base_manager.bulk_create(made, batch_size=BATCH)


def _people(pages: list[PersonPage], ids: _Ids) -> None:
    known, placed, hidden = [], [], []
    through = PersonPage.districts.through
    for page in pages:
        for competence in RANDOM.sample(ids.competences, RANDOM.randrange(1, 6)):
            known.append(PersonCompetence(page_id=page.pk, concept_id=competence))
            if RANDOM.random() < 0.05:
                hidden.append(
                    HiddenCompetence(
                        record_id=page.translation_key, concept_id=competence
                    )
                )
        for district in RANDOM.sample(ids.districts, RANDOM.choice((0, 1, 1, 2))):
            placed.append(through(personpage_id=page.pk, concept_id=district))
    PersonCompetence.objects.bulk_create(known, batch_size=BATCH)
    HiddenCompetence.objects.bulk_create(hidden, batch_size=BATCH)
    through.objects.bulk_create(placed, batch_size=BATCH)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]) if len(sys.argv) > 2 else (10_000, 20_000))
