from django.core.management.base import BaseCommand, CommandError

from taxonomy.data_files import VocabularyError, read_schemes
from taxonomy.loading import load_schemes


class Command(BaseCommand):
    help = "Load the shipped vocabularies; what editors changed is kept."

    def add_arguments(self, parser):
        parser.add_argument(
            "--scheme",
            action="append",
            metavar="SLUG",
            help="only this vocabulary (may be given more than once)",
        )
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help="say what would happen, write nothing",
        )

    def handle(self, *, scheme=None, dry_run=False, **options):
        shipped = read_schemes()
        wanted = scheme or list(shipped)
        if unknown := [slug for slug in wanted if slug not in shipped]:
            raise CommandError(
                f"No such vocabulary: {', '.join(unknown)}. "
                f"There are: {', '.join(shipped)}."
            )
        try:
            outcomes = load_schemes((shipped[slug] for slug in wanted), dry_run=dry_run)
        except VocabularyError as error:
            raise CommandError(str(error)) from error
        for slug, outcome in outcomes.items():
            self.stdout.write(
                f"{slug}: {len(outcome.created)} created, "
                f"{len(outcome.updated)} updated, "
                f"{len(outcome.unchanged)} unchanged, "
                f"{len(outcome.kept)} kept as edited, "
                f"{len(outcome.deprecated)} deprecated"
            )
        if dry_run:
            self.stdout.write("Dry run: nothing was written.")
