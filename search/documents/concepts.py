"""Documents of concepts."""

from django.urls import reverse
from django.utils import translation

from language import LANGUAGES
from search.documents import parts
from search.documents.document import DocumentText, SearchDocument
from search.documents.keys import concept_key
from search.documents.visibility import Visibility
from search.documents.vocabulary import Vocabulary
from taxonomy.models import Concept


def build(keys: list[int], visibility: Visibility) -> list[SearchDocument]:
    """Active concepts: deprecated ones are found as what replaces them."""
    concepts = list(
        Concept.objects.active().filter(pk__in=keys).select_related("scheme")
    )
    vocabulary = Vocabulary()
    return [_document(concept, vocabulary) for concept in concepts]


def _document(concept: Concept, vocabulary: Vocabulary) -> SearchDocument:
    names = vocabulary.names(concept.pk)
    texts = {
        lang: DocumentText(
            title=names[lang],
            url=concept_url(concept.scheme.slug, concept.notation, lang),
            summary=getattr(concept, f"definition_{lang}"),
        )
        for lang in LANGUAGES
        if lang in names
    } or {
        LANGUAGES[0]: DocumentText(
            title=concept.notation,
            url=concept_url(concept.scheme.slug, concept.notation, LANGUAGES[0]),
        )
    }
    return SearchDocument(
        key=concept_key(concept.pk),
        type="concept",
        identifier=concept.identifier,
        texts=texts,
        keywords=vocabulary.words([concept.pk]),
        facets={"type": ("concept",), **vocabulary.narrowings([concept.pk])},
        sort_titles=parts.sort_titles(texts),
        extra={
            "scheme": concept.scheme.slug,
            "schemes": parts.pair(concept.scheme, "title"),
            "level": concept.level,
            "aspect": concept.aspect,
            "broader": vocabulary.names(concept.broader_id)
            if concept.broader_id
            else {},
        },
    )


def concept_url(scheme: str, notation: str, lang: str) -> str:
    """The path of a concept's public page in one language."""
    with translation.override(lang):
        return reverse("concept", args=[scheme, notation])
