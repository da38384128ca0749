from django.core.management.base import BaseCommand

from overview.page_plan import create_city_picture


class Command(BaseCommand):
    help = (
        "Make the public page of the city's picture, in Swedish and English. "
        "Safe to repeat: what is there already is left as it is."
    )

    def handle(self, **options):
        made = create_city_picture()
        self.stdout.write(f"{made} pages made." if made else "The page is there.")
