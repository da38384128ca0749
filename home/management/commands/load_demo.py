from time import perf_counter

from django.core.management.base import BaseCommand, CommandError

from home.demo.facts import DemoError
from home.demo.loading import load_demo


class Command(BaseCommand):
    help = (
        "Load the demonstration: real projects and historical people of Stockholm. "
        "Safe to repeat: what an editor has changed is left alone."
    )

    def handle(self, verbosity=1, **options):
        start = perf_counter()
        try:
            report = load_demo()
        except DemoError as error:
            raise CommandError(str(error)) from error
        counts = ", ".join(
            f"{report.count(outcome)} {outcome}"
            for outcome in ("created", "updated", "unchanged", "kept")
        )
        self.stdout.write(f"Demo: {counts} ({perf_counter() - start:.1f} s).")
        for name in report.done.get("kept", []):
            self.stdout.write(f"  Left alone, changed by an editor: {name}")
