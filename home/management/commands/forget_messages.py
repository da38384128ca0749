from django.core.management.base import BaseCommand
from django.utils import timezone

from home.contact.retention import forget_messages


class Command(BaseCommand):
    help = "Delete the messages of the contact form that have been kept long enough."

    def handle(self, *args, verbosity=1, **options):
        count = forget_messages(timezone.now())
        if verbosity:
            self.stdout.write(f"{count} messages deleted.")
