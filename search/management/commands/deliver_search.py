from django.core.management.base import BaseCommand

from search.outbox import deliver


class Command(BaseCommand):
    help = "Bring the search index up to date with the log of changes."

    def add_arguments(self, parser):
        parser.add_argument(
            "--force",
            action="store_true",
            help="Try now, even if the engine failed a moment ago.",
        )

    def handle(self, *args, **options):
        count = deliver(force=options["force"])
        self.stdout.write(f"{count} changes delivered.")
