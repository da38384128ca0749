"""Small pieces that the builders of every type share."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db.models import Model
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from language import LANGUAGES, sort_key
from search.documents.document import DocumentText


def plain(rich_text: str) -> str:
    """Rich text without its tags."""
    return " ".join(get_text_for_indexing(rich_text).split()) if rich_text else ""


def joined(texts: Iterable[str]) -> str:
    return "\n".join(text for text in texts if text)


def text_of(page: Page, body: str = "", title: str = "") -> DocumentText:
    return DocumentText(
        title=title or page.title,
        url=page.get_url() or "",
        summary=page.summary,
        body=body,
    )


def field_texts(page: Page, names: Iterable[str]) -> Iterable[str]:
    """The words of the fields, whether plain, rich or of blocks."""
    for name in names:
        field, value = page._meta.get_field(name), getattr(page, name)
        if isinstance(field, (RichTextField, StreamField)):
            yield " ".join(field.get_searchable_content(value))
        else:
            yield str(value or "")


def merged_words(*sources: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    words: dict[str, dict[str, None]] = {lang: {} for lang in LANGUAGES}
    for source in sources:
        for lang, texts in source.items():
            words[lang].update(dict.fromkeys(text for text in texts if text))
    return {lang: tuple(texts) for lang, texts in words.items()}


def sort_titles(texts: Mapping[str, DocumentText], title: str = "") -> dict[str, str]:
    """The place of the title in each language's alphabet."""
    first = next(iter(texts.values())).title
    return {
        lang: sort_key(title or (texts[lang].title if lang in texts else first), lang)
        for lang in LANGUAGES
    }


def pair(instance: Model, field: str) -> dict[str, str]:
    """A ``_sv``/``_en`` pair, the empty ones left out."""
    values = {lang: getattr(instance, f"{field}_{lang}") for lang in LANGUAGES}
    return {lang: value for lang, value in values.items() if value}


def by_page(rows: Iterable[Model]) -> dict[int, list[Model]]:
    """Inline rows by the page that they stand on."""
    grouped = defaultdict(list)
    for row in rows:
        grouped[row.page_id].append(row)
    return grouped


def concepts_by_page(field, ids: list[int]) -> dict[int, list[int]]:
    """The concepts that a many-to-many field of pages names (one query)."""
    through = field.through
    page, concept = field.field.m2m_column_name(), field.field.m2m_reverse_name()
    grouped = defaultdict(list)
    rows = through.objects.filter(**{f"{page}__in": ids}).order_by("pk")
    for page_id, concept_id in rows.values_list(page, concept):
        grouped[page_id].append(concept_id)
    return grouped


def organisation_names(*organisations) -> dict[str, tuple[str, ...]]:
    """What the organisations are called, in each language and otherwise."""
    present = [organisation for organisation in organisations if organisation]
    other = [
        name.strip()
        for organisation in present
        for name in organisation.other_names.splitlines()
    ]
    return {
        lang: (
            *(getattr(o, f"name_{lang}") or o.name_sv for o in present),
            *other,
        )
        for lang in LANGUAGES
    }


def latest_change(pages: Iterable[Page]) -> datetime | None:
    """When any of the pages was last published."""
    moments = [page.last_published_at or page.first_published_at for page in pages]
    return max((moment for moment in moments if moment), default=None)
