"""Bringing the shipped vocabularies into the database.

The loader may run at every start: it writes only differences. A concept that an
editor has saved (``edited``) is the editor's from then on; labels and relations
that did not come from a file stay; a concept that left its file is deprecated,
for pages may point at it. Queries are few and their number is constant.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction

from .data_files import ConceptFacts, SchemeFacts, VocabularyError
from .models import Concept, Label, Relation, Scheme

#: The columns that the loader owns as long as no editor has saved the concept.
FIELDS = (
    "level", "aspect", "uri", "definition_sv", "definition_en", "order", "details",
)  # fmt: skip


@dataclass
class Outcome:
    """What loading one scheme did, as sets of notations."""

    created: set[str] = field(default_factory=set)
    updated: set[str] = field(default_factory=set)
    unchanged: set[str] = field(default_factory=set)
    #: Changed by an editor: left alone.
    kept: set[str] = field(default_factory=set)
    #: No longer in the file.
    deprecated: set[str] = field(default_factory=set)


def load_schemes(
    schemes: Iterable[SchemeFacts], *, dry_run: bool = False
) -> dict[str, Outcome]:
    """Load ``schemes`` in one transaction; the outcome of each by slug.

    A dry run does the same work and rolls it back.
    """
    schemes = list(schemes)
    with transaction.atomic():
        loaders = [_SchemeLoader(facts) for facts in schemes]
        for loader in loaders:
            loader.load_concepts()
            loader.load_labels()
        # After every concept is there: relations cross the schemes.
        known = {
            (slug, notation): pk
            for slug, notation, pk in Concept.objects.order_by().values_list(
                "scheme__slug", "notation", "pk"
            )
        }
        for loader in loaders:
            loader.load_relations(known)
        outcomes = {loader.facts.slug: loader.finish() for loader in loaders}
        if dry_run:
            transaction.set_rollback(True)
    return outcomes


class _SchemeLoader:
    def __init__(self, facts: SchemeFacts):
        self.facts = facts
        self.outcome = Outcome()
        self.scheme = self._load_scheme()
        self.concepts = {
            concept.notation: concept
            for concept in Concept.objects.filter(scheme=self.scheme)
        }
        #: The facts that may be written: not those of a concept an editor changed.
        self.open = [
            fact
            for fact in facts.concepts
            if fact.notation not in self.concepts
            or not self.concepts[fact.notation].edited
        ]

    def _load_scheme(self) -> Scheme:
        facts = self.facts
        scheme, created = Scheme.objects.get_or_create(
            slug=facts.slug,
            defaults={
                "title_sv": facts.title["sv"],
                "title_en": facts.title["en"],
                "uri": facts.uri,
                "source": facts.source,
            },
        )
        # The title is the editors' once it is there; the source is the file's.
        if (scheme.uri, scheme.source) != (facts.uri, facts.source) and not created:
            scheme.uri, scheme.source = facts.uri, facts.source
            scheme.save(update_fields=["uri", "source"])
        return scheme

    def load_concepts(self):
        new = [
            Concept(
                scheme=self.scheme,
                notation=fact.notation,
                **{name: getattr(fact, name) for name in FIELDS},
            )
            for fact in self.open
            if fact.notation not in self.concepts
        ]
        for concept in Concept.objects.bulk_create(new):
            self.concepts[concept.notation] = concept
            self.outcome.created.add(concept.notation)
        changed = [fact for fact in self.open if self._apply(fact)]
        gone = self._deprecate({fact.notation for fact in self.facts.concepts})
        self.outcome.updated |= {
            fact.notation for fact in changed
        } - self.outcome.created
        self.outcome.deprecated |= {concept.notation for concept in gone}
        Concept.objects.bulk_update(
            [*(self.concepts[fact.notation] for fact in changed), *gone],
            [*FIELDS, "broader", "status", "replaced_by"],
            batch_size=200,
        )

    def _apply(self, fact: ConceptFacts) -> bool:
        """Set what the file says; tell whether the row differs from it."""
        concept = self.concepts[fact.notation]
        wanted = {name: getattr(fact, name) for name in FIELDS}
        wanted["broader_id"] = (
            self.concepts[fact.broader].pk if fact.broader is not None else None
        )
        wanted["status"] = Concept.Status.ACTIVE
        wanted["replaced_by_id"] = None
        differs = any(getattr(concept, name) != wanted[name] for name in wanted)
        for name, value in wanted.items():
            setattr(concept, name, value)
        return differs

    def _deprecate(self, present: set[str]) -> list[Concept]:
        gone = [
            concept
            for notation, concept in self.concepts.items()
            if notation not in present
            and not concept.edited
            and concept.status == Concept.Status.ACTIVE
        ]
        for concept in gone:
            concept.status = Concept.Status.DEPRECATED
        return gone

    def load_labels(self):
        existing = defaultdict(list)
        for label in Label.objects.filter(concept__scheme=self.scheme).order_by():
            existing[label.concept_id].append(label)
        new, changed, gone = [], [], []
        for fact in self.open:
            concept = self.concepts[fact.notation]
            changes = _label_changes(concept, fact, existing[concept.pk])
            if any(changes) and fact.notation not in self.outcome.created:
                self.outcome.updated.add(fact.notation)
            for total, part in zip((new, changed, gone), changes, strict=True):
                total.extend(part)
        # In this order: only one preferred label may stand at any moment.
        Label.objects.filter(pk__in=[label.pk for label in gone]).delete()
        for promoted in (False, True):
            Label.objects.bulk_update(
                [x for x in changed if (x.kind == Label.Kind.PREF) is promoted],
                ["kind"],
                batch_size=200,
            )
        Label.objects.bulk_create(new, batch_size=500)

    def load_relations(self, known: dict[tuple[str, str], int]):
        existing = defaultdict(dict)
        for relation in Relation.objects.filter(
            source__scheme=self.scheme, kind=Relation.Kind.RELATED
        ):
            existing[relation.source_id][relation.target_id] = relation
        new, gone = [], []
        for fact in self.open:
            source = self.concepts[fact.notation].pk
            if missing := [":".join(key) for key in fact.related if key not in known]:
                raise VocabularyError(
                    f"{self.facts.slug}:{fact.notation} is related to "
                    f"{', '.join(missing)}, not in the database: load that scheme too"
                )
            wanted = {known[key] for key in fact.related}
            added = [
                Relation(source_id=source, target_id=target, shipped=True)
                for target in sorted(wanted - existing[source].keys())
            ]
            dropped = [
                relation
                for target, relation in existing[source].items()
                if target not in wanted and relation.shipped
            ]
            if (added or dropped) and fact.notation not in self.outcome.created:
                self.outcome.updated.add(fact.notation)
            new += added
            gone += dropped
        Relation.objects.filter(pk__in=[relation.pk for relation in gone]).delete()
        Relation.objects.bulk_create(new, batch_size=500)

    def finish(self) -> Outcome:
        outcome = self.outcome
        written = outcome.created | outcome.updated
        open_now = {fact.notation for fact in self.open}
        outcome.unchanged = open_now - written
        outcome.kept = {n for n, concept in self.concepts.items() if concept.edited}
        return outcome


def _label_changes(
    concept: Concept, fact: ConceptFacts, existing: list[Label]
) -> tuple[list[Label], list[Label], list[Label]]:
    """New labels, labels whose kind changes, and labels to take away."""
    wanted = {
        (language, text): Label.Kind.ALT if position else Label.Kind.PREF
        for language, texts in fact.labels.items()
        for position, text in enumerate(texts)
    }
    for language, texts in fact.hidden.items():
        for text in texts:
            wanted.setdefault((language, text), Label.Kind.HIDDEN)
    here = {(label.language, label.text): label for label in existing}
    new = [
        Label(concept=concept, language=language, text=text, kind=kind, shipped=True)
        for (language, text), kind in wanted.items()
        if (language, text) not in here
    ]
    changed, gone = [], []
    for key, label in here.items():
        if key in wanted:
            kind = wanted[key]
        elif label.shipped:
            gone.append(label)
            continue
        else:
            # Somebody else's word stays, though not before the file's own.
            kind = Label.Kind.ALT if label.kind == Label.Kind.PREF else label.kind
        if label.kind != kind:
            label.kind = kind
            changed.append(label)
    return new, changed, gone
