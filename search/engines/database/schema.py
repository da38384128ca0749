"""The tables of one generation of the index, in SQLite.

Their names end in the generation's number, so that a new index is filled beside the
one that answers, with word statistics of its own.
"""

from dataclasses import dataclass

from language import LANGUAGES
from search.engines.content import COLUMNS


@dataclass(frozen=True, slots=True)
class Tables:
    """The names of a generation's tables; safe in SQL, for they hold a number."""

    generation: int

    @property
    def documents(self) -> str:
        return f"search_document_{self.generation:d}"

    @property
    def numbers(self) -> str:
        return f"search_number_{self.generation:d}"

    @property
    def values(self) -> str:
        return f"search_value_{self.generation:d}"

    @property
    def measures(self) -> str:
        """How long each document is in each language, and how good it is at all."""
        return f"search_measure_{self.generation:d}"

    @property
    def starts(self) -> str:
        return f"search_start_{self.generation:d}"

    def words(self, lang: str) -> str:
        if lang not in LANGUAGES:
            raise ValueError(lang)
        return f"search_words_{lang}_{self.generation:d}"

    def terms(self, lang: str) -> str:
        """The words of :meth:`words` once each, with the documents that have them."""
        return f"{self.words(lang)}_terms"

    def create(self) -> list[str]:
        """The statements that make the tables."""
        titles = ", ".join(f"title_{lang} TEXT NOT NULL" for lang in LANGUAGES)
        documents = self.documents
        statements = [
            f"""CREATE TABLE {documents} (
                id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, {titles},
                date TEXT NOT NULL, updated TEXT NOT NULL, visible_until TEXT,
                facets TEXT NOT NULL, shown TEXT NOT NULL,
                fingerprint TEXT NOT NULL)""",
            f"CREATE INDEX {documents}_date ON {documents} (date DESC, id)",
            f"CREATE INDEX {documents}_updated ON {documents} (updated DESC, id)",
            f"""CREATE INDEX {documents}_until ON {documents} (visible_until)
                WHERE visible_until IS NOT NULL""",
            f"""CREATE TABLE {self.numbers} (
                number TEXT NOT NULL, document INTEGER NOT NULL,
                PRIMARY KEY (number, document)) WITHOUT ROWID""",
            f"CREATE INDEX {self.numbers}_document ON {self.numbers} (document)",
            f"""CREATE TABLE {self.values} (
                facet TEXT NOT NULL, value TEXT NOT NULL, bits BLOB NOT NULL,
                UNIQUE (facet, value))""",
            f"""CREATE TABLE {self.starts} (
                kind TEXT NOT NULL, tier INTEGER NOT NULL, form TEXT NOT NULL,
                document INTEGER NOT NULL, label TEXT NOT NULL,
                PRIMARY KEY (kind, tier, form, document)) WITHOUT ROWID""",
            f"CREATE INDEX {self.starts}_document ON {self.starts} (document)",
        ]
        lengths = ", ".join(f"length_{lang} INTEGER NOT NULL" for lang in LANGUAGES)
        statements.append(
            f"""CREATE TABLE {self.measures} (
                id INTEGER PRIMARY KEY, prior REAL NOT NULL, {lengths})"""
        )
        for lang in LANGUAGES:
            statements += [
                f"""CREATE INDEX {documents}_title_{lang}
                    ON {documents} (title_{lang}, id)""",
                f"""CREATE VIRTUAL TABLE {self.words(lang)} USING fts5(
                    {", ".join(COLUMNS)},
                    tokenize = "unicode61 remove_diacritics 0 tokenchars '-_.'")""",
                f"""CREATE VIRTUAL TABLE {self.terms(lang)}
                    USING fts5vocab({self.words(lang)}, 'col')""",
            ]
        return statements

    def drop(self) -> list[str]:
        names = [self.documents, self.numbers, self.values, self.measures]
        names += [self.starts]
        names += [self.terms(lang) for lang in LANGUAGES]
        names += [self.words(lang) for lang in LANGUAGES]
        return [f"DROP TABLE IF EXISTS {name}" for name in names]

    def optimise(self) -> list[str]:
        """What makes a filled index faster: each full-text table in one piece."""
        return [
            f"INSERT INTO {self.words(lang)}({self.words(lang)}) VALUES ('optimize')"  # noqa: S608
            for lang in LANGUAGES
        ]
