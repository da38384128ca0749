"""``manage.py compile_translations``: make the catalogues that gettext reads."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from core.translations import compile_catalogues


class Command(BaseCommand):
    """Compiles what changed since the last time; needs no gettext tools."""

    help = "Compile the interface's translations where they changed."
    requires_system_checks = []

    def handle(self, *args, **options):
        compiled = [
            path
            for folder in settings.LOCALE_PATHS
            for path in compile_catalogues(Path(folder))
        ]
        names = ", ".join(f"{path.parts[-3]}/{path.stem}" for path in compiled)
        self.stdout.write(f"Translations: {names or 'nothing to compile'}")
