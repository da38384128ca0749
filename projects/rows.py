"""Projects in lists: what ``components/row_project.html`` shows."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import F, Q

from core.languages import current_language
from core.public import with_source_locale
from core.templatetags.texts import period

from .models import ProjectPage, ProjectRecord, Status
from .queries import coverage_of_projects


def project_rows(
    source_ids: Iterable[int], *, visible: Q, words: dict[UUID, str] | None = None
) -> list[dict]:
    """Rows for public projects, in the order of their source pages' ids as given.

    Two queries. ``words``: what to say first of a project, by its record's key.
    """
    ids = list(source_ids)
    if not ids:
        return []
    sources, shown = _read(ids, visible)
    coverage = coverage_of_projects(ids)
    lang, said = current_language(), words or {}
    rows = []
    for source in (sources[pk] for pk in ids if pk in sources):
        page = shown.get(source.translation_key, source)
        status = Status(source.status).label if source.status else ""
        meta = (
            said.get(source.translation_key, ""),
            period(source.start, source.end, source.status == Status.ONGOING),
            str(status),
        )
        rows.append(
            {
                "title": page.title,
                "url": page.url,
                "lang": "" if page.language_code == lang else page.language_code,
                "coverage": coverage[source.pk],
                "meta": [text for text in meta if text],
            }
        )
    return rows


def _read(ids: list[int], visible: Q):
    """Public sources by id, and by record key the pages in the reader's language."""
    keys = ProjectPage.objects.filter(pk__in=ids).values("translation_key")
    pages = (
        with_source_locale(ProjectRecord)
        .filter(visible, translation_key__in=keys)
        .annotate(language_code=F("locale__language_code"))
    )
    sources, shown, lang = {}, {}, current_language()
    for page in pages:
        if page.locale_id == page.source_locale_id:
            sources[page.pk] = page
        if page.language_code == lang:
            shown[page.translation_key] = page
    return sources, shown
