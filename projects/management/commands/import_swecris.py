"""``manage.py import_swecris FILE``: projects and people from Swecris' JSON."""

import resource
import sys
import time
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from tqdm import tqdm

from projects.importers.report import Line, Outcome, Report
from projects.importers.swecris.importing import Options, import_projects
from projects.importers.swecris.people import Publication
from projects.importers.swecris.reading import Unreadable, read_rows
from projects.importers.swecris.sections import NoTree


class Command(BaseCommand):
    help = (
        "Imports projects and people from Swecris' JSON, plain or gzip. Projects are "
        "published; people come as drafts. Running it again writes only what changed."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--dry-run", action="store_true", help="Report, and change nothing."
        )
        parser.add_argument(
            "--publish-people",
            action="store_true",
            help="Publish the people too; needs --informed-on.",
        )
        parser.add_argument(
            "--informed-on",
            metavar="DATE",
            help="The day the people were told of their profiles (GDPR art. 14).",
        )
        parser.add_argument(
            "--report", type=Path, metavar="FILE.csv", help="Write the report as CSV."
        )
        parser.add_argument("--limit", type=int, metavar="N", help="Only N rows.")
        parser.add_argument(
            "--without-subjects",
            action="store_true",
            help="Leave the research subjects out.",
        )

    def handle(self, *args, file: Path, **options):
        publication = _publication(options["publish_people"], options["informed_on"])
        if options["limit"] is not None and options["limit"] < 1:
            raise CommandError(_("--limit must be at least 1."))
        if options["report"] and not options["report"].absolute().parent.is_dir():
            raise CommandError(_("The folder of the report does not exist."))
        started = time.monotonic()
        report = Report(listener=lambda line: self._show(line, options["verbosity"]))
        try:
            values = read_rows(file)[: options["limit"]]
            import_projects(
                values,
                report,
                Options(
                    dry_run=options["dry_run"],
                    publication=publication,
                    with_subjects=not options["without_subjects"],
                    progress=_progress,
                ),
            )
        except (Unreadable, NoTree) as error:
            raise CommandError(str(error)) from None
        finally:
            if options["report"]:
                report.write_csv(options["report"])
        self._summary(report, len(values), time.monotonic() - started, options)

    def _show(self, line: Line, verbosity: int):
        if verbosity > 1 or (verbosity and line.outcome != Outcome.UNCHANGED):
            with tqdm.external_write_mode():
                self.stdout.write(str(line))

    def _summary(self, report: Report, rows: int, seconds: float, options):
        if options["dry_run"]:
            self.stdout.write(_("Dry run: nothing was changed."))
        for kind, label in (("project", _("Projects")), ("person", _("People"))):
            counts = report.counts(kind)
            found = (f"{counts[outcome]} {outcome.label}" for outcome in Outcome)
            self.stdout.write(f"{label}: {', '.join(found)}")
        # Kilobytes on Linux, bytes on a Mac.
        unit = 1 if sys.platform == "darwin" else 1024
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1_000_000
        self.stdout.write(
            _("%(rows)d rows in %(seconds).1f s (%(rate).0f a second), "
              "at most %(memory).0f MB of memory.")
            % {
                "rows": rows,
                "seconds": seconds,
                "rate": rows / max(seconds, 0.001),
                "memory": peak,
            }
        )  # fmt: skip


def _publication(wanted: bool, informed_on: str | None) -> Publication | None:
    if not wanted and informed_on:
        raise CommandError(_("--informed-on goes with --publish-people."))
    if not wanted:
        return None
    if not informed_on:
        raise CommandError(
            _(
                "People are published only when they have been told of it: give "
                "the day with --informed-on YYYY-MM-DD (GDPR art. 14)."
            )
        )
    try:
        day = date.fromisoformat(informed_on)
    except ValueError:
        raise CommandError(
            _("--informed-on is not a date in the form YYYY-MM-DD.")
        ) from None
    if day > timezone.localdate():
        raise CommandError(_("--informed-on lies in the future."))
    return Publication(day)


def _progress(items, total: int, label: str):
    """A bar where somebody is watching (``disable=None``: only on a terminal)."""
    return tqdm(items, total=total, desc=label, disable=None, leave=False)
