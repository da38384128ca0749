"""What every engine must do for a reader who is still writing."""

from datetime import timedelta

from django.utils import timezone

from search.documents import DocumentText, SearchDocument


def thing(kind: str, title: str, /, **values) -> SearchDocument:
    texts = {"sv": DocumentText(title, f"/{title}/")}
    if english := values.pop("en", ""):
        texts["en"] = DocumentText(english, f"/en/{title}/")
    concepts = values.pop("concepts", ())
    identifier = values.pop("identifier", title)
    return SearchDocument(
        key=f"{kind}:{identifier}",
        type=kind,
        identifier=identifier,
        texts=texts,
        facets={"type": (kind,), "concept": concepts},
        **values,
    )


def concept(title: str, **values) -> SearchDocument:
    name = f"prov:{title}"
    return thing("concept", title, identifier=name, concepts=(name,), **values)


class SuggestContract:
    """``make`` gives an engine; each test starts with no index."""

    def filled_with(self, *documents):
        engine = self.make()
        engine.index(documents)
        return engine

    def suggested(self, engine, prefix, **kwargs) -> list[str]:
        found = engine.suggest(prefix, **kwargs)
        return [row.document.text_in("sv")[0].title for row in found]

    def test_without_an_index_nothing_is_suggested(self):
        assert list(self.make().suggest("ord")) == []
        assert self.make().tagged(["prov:a"]) == {}

    def test_every_word_of_a_title_starts_a_suggestion_the_first_first(self):
        engine = self.filled_with(
            thing("project", "Parken och dagvatten"),
            thing("project", "Dagvatten i parken"),
            thing("project", "Torget"),
        )
        both = ["Dagvatten i parken", "Parken och dagvatten"]
        assert self.suggested(engine, "dagv") == both
        assert self.suggested(engine, "  DAGVATTEN ") == both
        assert self.suggested(engine, "dagvatten i p") == ["Dagvatten i parken"]
        assert self.suggested(engine, "vatten") == []

    def test_a_thing_is_suggested_once(self):
        title = "Torget vid torget"
        engine = self.filled_with(thing("project", title, en="Torg torg"))
        assert self.suggested(engine, "torg") == [title]

    def test_a_name_is_found_by_any_part_in_any_order(self):
        name = "Prova Mellan Testsson"
        engine = self.filled_with(thing("person", name))
        for prefix in ("pro", "testss", "testsson p", "prova tests", "mellan te"):
            assert self.suggested(engine, prefix) == [name], prefix
        assert self.suggested(engine, "prova x") == []

    def test_letters_as_written_come_before_letters_without_marks(self):
        engine = self.filled_with(
            thing("person", "Åsa Prov"),
            thing("person", "Asa Prov"),
            thing("person", "Äsa Prov"),
        )
        assert self.suggested(engine, "åsa")[:2] == ["Åsa Prov", "Asa Prov"]
        assert self.suggested(engine, "asa")[0] == "Asa Prov"
        assert set(self.suggested(engine, "as")) == {"Åsa Prov", "Asa Prov", "Äsa Prov"}

    def test_a_title_in_either_language_starts_a_suggestion(self):
        engine = self.filled_with(thing("project", "Torget", en="The square"))
        assert self.suggested(engine, "squ") == ["Torget"]

    def test_a_project_is_found_by_the_beginning_of_its_number(self):
        engine = self.filled_with(
            thing("project", "Torget", numbers=("2013-01747",)),
            thing("project", "Parken", numbers=("2013-09999",)),
        )
        (found,) = engine.suggest("dnr 2013–017")
        assert (found.document.identifier, found.label) == ("Torget", "2013-01747")
        assert self.suggested(engine, "201") == []

    def test_a_concept_by_any_label_with_what_it_leads_to(self):
        engine = self.filled_with(
            concept("Dagvatten", keywords={"sv": ("Dagvatten", "Regnvatten")}),
            concept("Regnskog"),
            concept("Regn"),
            thing("project", "A", concepts=("prov:Dagvatten", "prov:Regn")),
            thing("person", "B", concepts=("prov:Dagvatten",)),
            thing("page", "C", concepts=("prov:Regnskog",)),
        )
        found = engine.suggest("regn")
        assert [(row.document.identifier, row.label, row.count) for row in found] == [
            ("prov:Dagvatten", "Regnvatten", 2),
            ("prov:Regn", "", 1),
        ]
        assert engine.tagged(["prov:Dagvatten", "prov:Regnskog", "prov:none"]) == {
            "prov:Dagvatten": 2
        }

    def test_every_type_gets_its_share_and_stands_together(self):
        projects = [thing("project", f"Torg {n}") for n in range(9)]
        engine = self.filled_with(
            *projects, thing("person", "Torg Testsson"), thing("page", "Om torg")
        )
        found = [row.document.type for row in engine.suggest("torg", limit=5)]
        assert found == ["project", "project", "project", "person", "page"]

    def test_what_may_not_be_seen_is_neither_suggested_nor_counted(self):
        now = timezone.now()
        engine = self.filled_with(
            concept("Dagvatten"),
            thing("project", "Dagvatten A", concepts=("prov:Dagvatten",)),
            thing(
                "project",
                "Dagvatten B",
                concepts=("prov:Dagvatten",),
                numbers=("1-1234",),
                visible_until=now - timedelta(seconds=1),
            ),
            thing("person", "Dagvatten C", concepts=("prov:Dagvatten",)),
        )
        hidden = {"person:Dagvatten C", "concept:none"}
        found = engine.suggest("dagv", exclude=hidden)
        assert [(row.document.type, row.count) for row in found] == [
            ("project", 0),
            ("concept", 1),
        ]
        assert list(engine.suggest("1-12", exclude=hidden)) == []
        assert engine.tagged(["prov:Dagvatten"], exclude=hidden) == {
            "prov:Dagvatten": 1
        }

    def test_storing_and_deleting_leave_no_old_start(self):
        engine = self.filled_with(thing("project", "Torget", identifier="a"))
        engine.index([thing("project", "Parken", identifier="a")])
        assert self.suggested(engine, "tor") == []
        assert self.suggested(engine, "par") == ["Parken"]
        engine.delete(["project:a"])
        assert self.suggested(engine, "par") == []

    def test_hostile_beginnings_are_answered(self):
        engine = self.filled_with(thing("project", "Torget"))
        for prefix in (
            "", " ", "%", "a%", "_%", "'", '"', "*", "\x00\x00", "a\x00b",
            "\ud800x", "\ud80012345", "x" * 100_000, "\U0010ffff" * 3,
            "ord " * 5000, "é" * 999,
        ):  # fmt: skip
            assert list(engine.suggest(prefix)) == [], prefix[:20]
