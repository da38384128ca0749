from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from projects.importers.swecris.reading import Unreadable, read_rows
from projects.tagging.measuring import Case, measure, subject_projects, tagged_projects

FILE = "swecris_projects.json.gz"


class Command(BaseCommand):
    help = (
        "Say how good suggested tags are (precision, recall, F1): against the tags of "
        "the site's own projects, and against the research subjects in Swecris' file. "
        "Half of the projects are for tuning, the others for reporting only."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "file",
            type=Path,
            nargs="?",
            help="Swecris' JSON; by default the one in REAL_DATA.",
        )

    def handle(self, *, file: Path | None, **options):
        self._say("This site's own tags", list(tagged_projects()))
        path = file or settings.REAL_DATA / FILE
        if not path.is_file():
            self.stdout.write(
                f"Research subjects: skipped, for {path.name} is not here. "
                "Give its path, or set REAL_DATA."
            )
            return
        try:
            self._say("Research subjects", list(subject_projects(read_rows(path))))
        except Unreadable as error:
            raise CommandError(str(error)) from None

    def _say(self, title: str, cases: list[Case]) -> None:
        for name, tuning in (("tuning", True), ("reporting", False)):
            figures = measure(case for case in cases if case.is_for_tuning is tuning)
            self.stdout.write(
                f"{title}, {name}: {figures.cases} texts, "
                f"precision {figures.precision:.3f}, recall {figures.recall:.3f}, "
                f"F1 {figures.f1:.3f}, {figures.suggested} suggested"
            )
