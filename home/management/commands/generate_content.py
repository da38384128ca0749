from time import perf_counter

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from home.volume.generating import VolumeRefused, generate
from home.volume.stock import Size


class Command(BaseCommand):
    help = (
        "Generate synthetic projects and people to measure with: the same for the same "
        "seed. Only in a database that has nothing but the demonstration."
    )

    def add_arguments(self, parser):
        parser.add_argument("--projects", type=int, default=1000)
        parser.add_argument("--people", type=int, default=100)
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument(
            "--force",
            action="store_true",
            help="Generate although this is not a development site (DEBUG is off).",
        )

    def handle(self, *, projects, people, seed, force, verbosity, **options):
        if not (settings.DEBUG or force):
            raise CommandError(
                "This is not a development site (DEBUG is off). If it is one to "
                "measure, say --force."
            )
        start = perf_counter()
        try:
            with tqdm(
                total=projects + people,
                unit="records",
                disable=not verbosity,
                file=self.stderr,
            ) as bar:
                pages = generate(
                    Size(projects, people, seed), lambda records, _: bar.update(records)
                )
        except VolumeRefused as error:
            raise CommandError(str(error)) from error
        spent = perf_counter() - start
        self.stdout.write(f"{pages} pages in {spent:.1f} s ({pages / spent:.0f}/s).")
        self.stdout.write(
            "Now run `manage.py rebuild_search`; and, if Wagtail's usage counts "
            "matter, `manage.py rebuild_references_index`."
        )
