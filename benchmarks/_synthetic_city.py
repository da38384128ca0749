"""A large city: projects and people with facts by chance, the same each time."""

import random
from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.utils import timezone
from wagtail.models import Page

from overview.models import NeedOpened
from people.models import (
    HiddenCompetence,
    Organisation,
    PersonCompetence,
    PersonPage,
    PersonRecord,
    Sector,
)
from projects.models import (
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
from taxonomy.models import Concept
from tests.factories.taxonomy import load_all
from tests.factories.tree import Tree, build_tree

RANDOM = random.Random(7)
EVIDENCE = [{"type": "evidence", "value": {"title": "Mätningen"}, "id": "1"}]
BATCH = 250


def fill(projects: int, people: int) -> Tree:
    """Public projects in two languages and people in one, with what figures count.

    Straight into the tables: to publish so many pages would take an hour.
    """
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
                content_type=ContentType.objects.get_for_model(model),
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
                locale=locale, content_type=ContentType.objects.get_for_model(model)
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
