"""The vocabularies, as SKOS has them (W3C Recommendation, 18 August 2009).

A concept is one thing in every language; its words are labels. Nothing is ever
deleted that a page may point at: a concept is deprecated and says what replaces it.
"""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.signals import post_delete, post_save
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from core.languages import LANGUAGE_CODES, Text, current_language

from .versions import VersionedQuerySet, vocabulary_changed


class Aspect(models.TextChoices):
    """The aspects of sustainability; only the first three count in coverage."""

    SOCIOCULTURAL = "sociocultural", _("Sociocultural")
    ENVIRONMENTAL = "environmental", _("Environmental")
    ECONOMIC = "economic", _("Economic")
    CROSSCUTTING = "crosscutting", _("Cross-cutting")


class Scheme(models.Model):
    """A vocabulary (``skos:ConceptScheme``)."""

    slug = models.SlugField(_("identifier"), unique=True)
    title_sv = models.CharField(_("title (Swedish)"), max_length=120)
    title_en = models.CharField(_("title (English)"), max_length=120, blank=True)
    uri = models.URLField(_("URI"), blank=True)
    #: Where the facts come from, and their licence.
    source = models.TextField(_("source"), blank=True)

    objects = VersionedQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]
        verbose_name = _("vocabulary")
        verbose_name_plural = _("vocabularies")

    def __str__(self):
        return self.title_sv


class ConceptQuerySet(VersionedQuerySet):
    def active(self):
        return self.filter(status=Concept.Status.ACTIVE)

    def in_scheme(self, *slugs: str):
        return self.filter(scheme__slug__in=slugs)

    def with_labels(self):
        """Concepts whose names cost no further query (one for all labels)."""
        return self.prefetch_related("labels")


class Concept(ClusterableModel):
    """Something one can tag with (``skos:Concept``).

    ``notation`` is the stable identifier within the scheme (``dagvatten``,
    ``11.4``, ``k-arkeologi``) and, for schemes with public pages, the address.
    """

    class Status(models.TextChoices):
        ACTIVE = "active", _("Active")
        DEPRECATED = "deprecated", _("Deprecated")

    class Level(models.TextChoices):
        """What a concept is within its scheme; empty where a scheme is flat."""

        ASPECT = "aspect", _("Aspect")
        THEME = "theme", _("Theme")
        TAG = "tag", _("Tag")
        GROUP = "group", _("Group")
        COMPETENCE = "competence", _("Competence")
        GOAL = "goal", _("Goal")
        TARGET = "target", _("Target")

    scheme = models.ForeignKey(
        Scheme, models.PROTECT, related_name="concepts", verbose_name=_("vocabulary")
    )
    notation = models.CharField(_("identifier"), max_length=80)
    broader = models.ForeignKey(
        "self",
        models.PROTECT,
        related_name="narrower",
        null=True,
        blank=True,
        verbose_name=_("broader concept"),
    )
    level = models.CharField(
        _("level"), max_length=10, choices=Level.choices, blank=True
    )
    aspect = models.CharField(
        _("aspect"), max_length=16, choices=Aspect.choices, blank=True, db_index=True
    )
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.ACTIVE
    )
    replaced_by = models.ForeignKey(
        "self",
        models.PROTECT,
        related_name="replaces",
        null=True,
        blank=True,
        verbose_name=_("replaced by"),
    )
    uri = models.URLField(_("URI"), max_length=300, blank=True)
    definition_sv = models.TextField(_("definition (Swedish)"), blank=True)
    definition_en = models.TextField(_("definition (English)"), blank=True)
    order = models.PositiveIntegerField(_("order"), default=0)
    #: Facts that only some schemes have: a goal's colour, a district's point.
    details = models.JSONField(_("details"), default=dict, blank=True)
    #: The loader leaves a concept alone once an editor has changed it.
    edited = models.BooleanField(default=False, editable=False)

    objects = ConceptQuerySet.as_manager()

    class Meta:
        ordering = ["scheme", "order", "notation"]
        verbose_name = _("concept")
        verbose_name_plural = _("concepts")
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "notation"], name="concept_notation_once_per_scheme"
            ),
        ]

    def __str__(self):
        return self.name.text

    def get_absolute_url(self) -> str:
        return reverse("concept", args=[self.scheme.slug, self.notation])

    def clean(self):
        if self.broader and not self.aspect:
            self.aspect = self.broader.aspect
        seen, node = {self.pk}, self.broader
        while node is not None:
            if node.pk in seen and node.pk is not None:
                raise ValidationError(
                    {"broader": _("A concept cannot stand below itself.")}
                )
            if node.scheme_id != self.scheme_id:
                raise ValidationError(
                    {"broader": _("Choose a broader concept in the same vocabulary.")}
                )
            seen.add(node.pk)
            node = node.broader
        if self.replaced_by_id and self.status != self.Status.DEPRECATED:
            raise ValidationError(
                {"replaced_by": _("Only a deprecated concept is replaced by another.")}
            )
        if self.replaced_by_id and self.replaced_by_id == self.pk:
            raise ValidationError(
                {"replaced_by": _("A concept cannot replace itself.")}
            )

    @cached_property
    def names(self) -> dict[str, str]:
        """Preferred label by language code. Prefetch ``labels`` for many."""
        if self.pk is None:
            return {}
        return {
            label.language: label.text
            for label in self.labels.all()
            if label.kind == Label.Kind.PREF
        }

    def name_in(self, lang: str) -> Text:
        for code in (lang, *(c for c in LANGUAGE_CODES if c != lang)):
            if code in self.names:
                return Text(self.names[code], code)
        return Text(self.notation, lang)

    @property
    def name(self) -> Text:
        return self.name_in(current_language())

    @property
    def definition(self) -> Text:
        lang = current_language()
        for code in (lang, *(c for c in LANGUAGE_CODES if c != lang)):
            if text := getattr(self, f"definition_{code}"):
                return Text(text, code)
        return Text("", lang)

    @property
    def identifier(self) -> str:
        """Stable across installations: ``scheme:notation``."""
        return f"{self.scheme.slug}:{self.notation}"


class Label(models.Model):
    """A word for a concept in one language (SKOS-XL's label)."""

    class Kind(models.TextChoices):
        PREF = "pref", _("Preferred")
        ALT = "alt", _("Alternative")
        HIDDEN = "hidden", _("Hidden (found, never shown)")

    concept = ParentalKey(Concept, related_name="labels")
    language = models.CharField(
        _("language"),
        max_length=2,
        choices=[("sv", _("Swedish")), ("en", _("English"))],
    )
    kind = models.CharField(
        _("kind"), max_length=6, choices=Kind.choices, default=Kind.ALT
    )
    text = models.CharField(_("text"), max_length=255)
    #: Written by the loader, which takes away only what it wrote itself.
    shipped = models.BooleanField(default=False, editable=False)

    objects = VersionedQuerySet.as_manager()

    class Meta:
        ordering = ["concept", "language", "-kind", "text"]
        verbose_name = _("label")
        verbose_name_plural = _("labels")
        constraints = [
            models.UniqueConstraint(
                fields=["concept", "language"],
                condition=models.Q(kind="pref"),
                name="one_preferred_label_per_language",
            ),
            models.UniqueConstraint(
                fields=["concept", "language", "text"], name="label_once_per_concept"
            ),
        ]
        indexes = [models.Index(fields=["text"])]

    def __str__(self):
        return self.text


class Relation(models.Model):
    """A tie between concepts of different schemes (SKOS mapping properties)."""

    class Kind(models.TextChoices):
        RELATED = "relatedMatch", _("Related")
        CLOSE = "closeMatch", _("Close")
        EXACT = "exactMatch", _("Exact")

    source = ParentalKey(Concept, related_name="relations")
    target = models.ForeignKey(
        Concept,
        models.CASCADE,
        related_name="related_from",
        verbose_name=_("related concept"),
    )
    kind = models.CharField(
        _("kind"), max_length=16, choices=Kind.choices, default=Kind.RELATED
    )
    #: As for a label.
    shipped = models.BooleanField(default=False, editable=False)

    objects = VersionedQuerySet.as_manager()

    class Meta:
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        constraints = [
            models.UniqueConstraint(
                fields=["source", "target", "kind"], name="relation_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(source=models.F("target")),
                name="relation_between_two",
            ),
        ]

    def __str__(self):
        return f"{self.source} – {self.target}"


for _model in (Scheme, Concept, Label, Relation):
    for _signal in (post_save, post_delete):
        _signal.connect(vocabulary_changed, sender=_model)
