from django.core.management.base import BaseCommand

from overview.page_plan import create_city_pages


class Command(BaseCommand):
    help = (
        "Make the public pages of the city's picture and of what is needed now, in "
        "Swedish and English. "
        "Safe to repeat: what is there already is left as it is."
    )

    def handle(self, **options):
        made = create_city_pages()
        self.stdout.write(f"{made} pages made." if made else "The pages are there.")
