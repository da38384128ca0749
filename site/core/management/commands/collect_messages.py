"""``manage.py collect_messages``: the texts in the source, into the catalogues."""

import tempfile
from pathlib import Path

import polib
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.test.utils import override_settings

from core.translations import bring_up_to_date, missing_from

IGNORED = ["locale", "var", "tests", "benchmarks", "docs", ".*", "node_modules"]
SOURCE_LANGUAGE = "en"  # The texts in code and templates are English.


class Command(BaseCommand):
    """Keeps ``locale/LANGUAGE/LC_MESSAGES/django.po`` equal to the source.

    Needs GNU gettext (Debian: ``apt-get install gettext``).
    """

    help = "Bring the catalogues up to date with the texts in the source."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument(
            "--check",
            action="store_true",
            help="Change nothing; fail when a catalogue differs from the source.",
        )
        parser.add_argument(
            "--from",
            dest="sources",
            nargs="*",
            default=[],
            metavar="FILE",
            help="Swedish .po files to take missing translations from.",
        )

    def handle(self, *args, check, sources, **options):
        offers = [polib.pofile(name) for name in sources]
        different = False
        for language, _name in settings.LANGUAGES:
            extracted = self._extract(language)
            path = Path(settings.LOCALE_PATHS[0], language, "LC_MESSAGES", "django.po")
            catalogue = polib.pofile(str(path)) if path.exists() else _empty(language)
            if check:
                different |= self._differs(language, catalogue, extracted)
                continue
            source_language = language == SOURCE_LANGUAGE
            bring_up_to_date(
                catalogue,
                extracted,
                also=[] if source_language else offers,
                source_language=source_language,
            )
            path.parent.mkdir(parents=True, exist_ok=True)
            catalogue.save(str(path))
            left = len(catalogue.untranslated_entries())
            self.stdout.write(
                f"{language}: {len(catalogue)} texts, {left} to translate"
            )
        if different:
            raise CommandError("Run `make messages` and translate what is new.")

    def _differs(self, language, catalogue, extracted) -> bool:
        new = missing_from(catalogue, extracted)
        gone = missing_from(extracted, catalogue)
        for entry in new:
            self.stderr.write(f"{language}: not in the catalogue: {entry.msgid!r}")
        for entry in gone:
            self.stderr.write(f"{language}: no longer in the source: {entry.msgid!r}")
        if not new and not gone:
            self.stdout.write(f"{language}: {len(catalogue)} texts, as in the source")
        return bool(new or gone)

    def _extract(self, language: str) -> polib.POFile:
        """What ``makemessages`` finds, without touching the catalogues."""
        # In the root, and hidden: makemessages writes to the first folder of
        # LOCALE_PATHS whose parent holds the source.
        with tempfile.TemporaryDirectory(dir=settings.ROOT, prefix=".texts-") as folder:
            with override_settings(LOCALE_PATHS=[folder]):
                call_command(
                    "makemessages",
                    locale=[language],
                    ignore_patterns=IGNORED,
                    no_location=True,
                    verbosity=0,
                )
            path = Path(folder, language, "LC_MESSAGES", "django.po")
            return polib.pofile(path.read_text(encoding="utf-8"))


def _empty(language: str) -> polib.POFile:
    catalogue = polib.POFile(wrapwidth=78)
    catalogue.metadata = {
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    return catalogue
