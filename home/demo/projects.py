"""The demonstration's projects: real ones, as their public sources tell of them."""

from datetime import date
from decimal import Decimal

from django.utils.html import escape

from home.site_plan import stable_key
from projects.case_numbers import normalise_case_number, normalise_registry
from projects.models import (
    AspectClaim,
    AspectExemption,
    CaseNumber,
    Decision,
    Funding,
    Need,
    Partner,
    PhasePeriod,
    ProjectPage,
    ProjectSource,
)

from .facts import LANGUAGES, Concepts, digest, pair, read, text
from .organisations import Sections
from .placing import Places


def project_key(name: str):
    return stable_key("project", name)


def projects() -> list[dict]:
    return read("projects")["projects"]


def load_project(item: dict, sections: Sections, concepts: Concepts, places: Places):
    """Make or renew a project's pages, unless its case number is taken."""
    key = project_key(item["id"])
    note = read("projects")["editorial_note"]
    if places.find(key, "sv") is None and _is_here_already(item):
        places.report.add("kept", item["title"]["sv"])
        return
    for lang in LANGUAGES:

        def fill(page: ProjectPage, lang=lang):
            _fill_texts(page, item, note, lang)
            if lang == "sv":
                _fill_facts(page, item, sections, concepts)

        places.place(
            model=ProjectPage,
            key=key,
            lang=lang,
            name=text(item, "title", lang),
            parent=sections.parent(item["section"], lang),
            digest=digest(item, note, lang),
            fill=fill,
        )


def _is_here_already(item: dict) -> bool:
    """Whether an import has brought the project already (its number says so)."""
    return any(
        CaseNumber.objects.filter(
            registry_key=normalise_registry(row["registry"]),
            normalised=normalise_case_number(row["number"]),
        ).exists()
        for row in item.get("case_numbers", [])
    )


def _fill_texts(page: ProjectPage, item: dict, note: dict, lang: str) -> None:
    page.title = text(item, "title", lang)
    page.summary = text(item, "summary", lang)
    for name in ("purpose", "results", "approach"):
        setattr(page, name, text(item.get("texts", {}), name, lang))
    rows = item.get("facts", {}).get(lang, [])
    page.body = (
        f"<ul>{''.join(f'<li>{escape(row)}</li>' for row in rows)}</ul>" if rows else ""
    )
    page.editorial_note = note[lang]


def _fill_facts(page, item: dict, sections: Sections, concepts: Concepts) -> None:
    organisations = sections.organisations
    page.coordinator = organisations[item["coordinator"]]
    page.status = item.get("status", "")
    page.status_as_of = item.get("status_as_of", "")
    page.start, page.end = item.get("start", ""), item.get("end", "")
    page.plan_case_number = item.get("plan_case_number", "")
    page.citywide = item.get("citywide", False)
    page.tags = concepts.all("sustainability", item["tags"])
    page.districts = concepts.all("districts", item.get("districts", []))
    if point := item.get("point"):
        page.latitude = Decimal(str(point["lat"]))
        page.longitude = Decimal(str(point["lon"]))
        page.place_approximate = point["approximate"]
    page.case_numbers = _rows(CaseNumber, item.get("case_numbers", []))
    page.sources = _rows(ProjectSource, item["sources"])
    page.partners = _rows(
        Partner,
        [
            {"organisation": organisations[row["organisation"]], **pair(row, "role")}
            for row in item.get("partners", [])
        ],
    )
    page.funding = _rows(
        Funding,
        [
            row | {"funder": organisations[row["funder"]]}
            for row in item.get("funding", [])
        ],
    )
    page.decisions = _rows(
        Decision,
        [
            {"date": row["date"], "body": row["body"], **pair(row, "title")}
            for row in item.get("decisions", [])
        ],
    )
    _fill_sustainability(page, item, concepts)
    _fill_plan(page, item, concepts)


def _fill_sustainability(page: ProjectPage, item: dict, concepts: Concepts) -> None:
    page.claims = _rows(
        AspectClaim,
        [
            {
                "tag": concepts.get("sustainability", row["tag"]),
                "evidence": [
                    ("evidence", {"publisher": "", "year": None, "url": ""} | evidence)
                    for evidence in row.get("evidence", [])
                ],
                **pair(row, "claim"),
            }
            for row in item.get("claims", [])
        ],
    )
    page.exemptions = _rows(
        AspectExemption,
        [
            {"aspect": row["aspect"], **pair(row, "reason")}
            for row in item.get("exemptions", [])
        ],
    )
    page.needs = _rows(
        Need,
        [
            {
                # Of the need's name, so that renewing the page keeps it.
                "key": stable_key("need", f"{item['id']}:{notation}"),
                "competence": concepts.get("competences", notation),
            }
            for notation in item["needs"]
        ],
    )


def _fill_plan(page: ProjectPage, item: dict, concepts: Concepts) -> None:
    page.phase_periods = _rows(
        PhasePeriod,
        [
            {
                "phase": concepts.get("phases", row["phase"]),
                "starts": _day(row.get("starts")),
                "ends": _day(row.get("ends")),
                "source_url": row.get("source", ""),
                "checked_on": _day(row.get("checked")),
            }
            for row in item.get("phases", [])
        ],
    )


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _rows(model, rows: list[dict]) -> list:
    return [model(sort_order=order, **row) for order, row in enumerate(rows)]
