from django.core.management.base import BaseCommand
from django.utils import timezone

from search.demand.log import forget_old


class Command(BaseCommand):
    help = "Delete the counts of queries that have been kept for 90 days."

    def handle(self, *args, verbosity=1, **options):
        count = forget_old(timezone.localdate())
        if verbosity:
            self.stdout.write(f"{count} counts deleted.")
