"""Research subjects as a vocabulary of their own: SCB's standard in three levels."""

from taxonomy.models import Concept, Label, Scheme

from .rows import SubjectRow

SCHEME = "subjects"


class Subjects:
    """Concepts by code, made when a row first names them.

    A concept that is already there keeps what editors made of it; a deprecated one
    gives way to what replaces it.
    """

    def __init__(self):
        self.forget()

    def forget(self):
        """Read anew from the database."""
        concepts = Concept.objects.in_scheme(SCHEME).select_related("replaced_by")
        self._by_code = {concept.notation: concept for concept in concepts}

    def concepts(self, paths: tuple[tuple[SubjectRow, ...], ...]) -> list[Concept]:
        """The narrowest concept of each path, each once."""
        found = {}
        for path in paths:
            broader = None
            for row in path:
                concept = broader = self._get(row, broader, leaf=row is path[-1])
            concept = concept.replaced_by or concept
            found[concept.pk] = concept
        return list(found.values())

    def _get(self, row: SubjectRow, broader: Concept | None, *, leaf: bool) -> Concept:
        if row.code not in self._by_code:
            self._by_code[row.code] = self._create(row, broader, leaf=leaf)
        return self._by_code[row.code]

    def _create(self, row: SubjectRow, broader, *, leaf: bool) -> Concept:
        scheme, _created = Scheme.objects.get_or_create(
            slug=SCHEME,
            defaults={
                "title_sv": "Forskningsämnen",
                "title_en": "Research subjects",
                "source": "SCB: Standard för svensk indelning av forskningsämnen",
            },
        )
        concept = Concept.objects.create(
            scheme=scheme,
            notation=row.code,
            broader=broader,
            level="" if leaf else Concept.Level.GROUP,
            order=int(row.code.ljust(5, "0")),
        )
        names = {"sv": row.name_sv, "en": row.name_en}
        Label.objects.bulk_create(
            Label(concept=concept, language=lang, kind=Label.Kind.PREF, text=name)
            for lang, name in names.items()
            if name
        )
        return concept
