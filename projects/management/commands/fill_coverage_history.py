from django.core.management.base import BaseCommand

from projects.coverage.past import fill_in
from projects.models import ProjectPage


class Command(BaseCommand):
    help = (
        "Read from old revisions how projects covered the three aspects, for the "
        "time before that was written down at each publication. Safe to repeat."
    )

    def handle(self, **options):
        pages = ProjectPage.objects.filter(live=True).iterator(chunk_size=200)
        rows = sum(fill_in(page) for page in pages if page.is_source)
        self.stdout.write(f"{rows} changes of coverage filled in.")
