from django.core.management.base import BaseCommand

from home.site_tree import create_site


class Command(BaseCommand):
    help = (
        "Make the pages that every installation starts with, in Swedish and English. "
        "Safe to repeat: what is there already is left as it is."
    )

    def handle(self, **options):
        made = create_site()
        self.stdout.write(f"{made} pages made." if made else "The pages are there.")
