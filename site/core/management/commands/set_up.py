"""``manage.py set_up``: from a fresh clone to a site with content."""

from pathlib import Path

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand

from core.set_up import (
    STEPS,
    Marks,
    Step,
    database_name,
    fingerprint,
    has_content,
    pending_migrations,
)
from core.translations import compile_catalogues


class Command(BaseCommand):
    """Idempotent: does what is due, and notices quickly when nothing is."""

    help = "Prepare the database, translations, vocabularies, demo and search index."
    # The checks may want tables and files that are made here.
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument(
            "--no-demo", action="store_true", help="Start with an empty site."
        )

    def handle(self, *args, no_demo, **options):
        for folder in (settings.VAR, settings.VAR / "fonts", settings.MEDIA_ROOT):
            Path(folder).mkdir(parents=True, exist_ok=True)
        for folder in settings.LOCALE_PATHS:
            compile_catalogues(Path(folder))
        marks = Marks(settings.VAR / "set_up.json", database_name())
        self._migrate(marks)
        done: set[str] = set()
        for step in STEPS:
            if step.command not in get_commands():
                continue
            if no_demo and step.command == "load_demo":
                continue
            inputs = fingerprint(settings.ROOT, step.inputs)
            if not self._due(step, marks.get(step), inputs, done):
                continue
            self.stdout.write(f"Set-up: {step.command}")
            call_command(step.command, stdout=self.stdout, stderr=self.stderr)
            marks.put(step, inputs)
            done.add(step.command)

    def _migrate(self, marks: Marks) -> None:
        count, is_new = pending_migrations()
        if is_new:
            marks.forget()
        if count:
            self.stdout.write(f"Set-up: {count} migrations (once, about a minute)")
            call_command("migrate", interactive=False, verbosity=0)

    def _due(self, step: Step, mark: str | None, inputs: str, done: set[str]) -> bool:
        if step.only_without_content:
            return mark is None and not has_content()
        return mark != inputs or any(name in done for name in step.after)
