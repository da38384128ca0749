"""``manage.py build_fonts``: cut the site's fonts, unless they are up to date."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from core.fonts import build_fonts


class Command(BaseCommand):
    help = "Cut the site's own fonts into the folder that STATICFILES_DIRS names."

    def handle(self, *args, **options):
        folder = font_folder()
        if folder is None:
            raise CommandError('STATICFILES_DIRS has no entry ("fonts", folder).')
        made = build_fonts(folder)
        for path in made:
            size = path.stat().st_size / 1000
            self.stdout.write(f"{path.name}: {size:.0f} kB")
        if not made:
            self.stdout.write("The fonts are up to date.")


def font_folder() -> Path | None:
    """The folder that static files under ``fonts/`` come from."""
    for entry in settings.STATICFILES_DIRS:
        if isinstance(entry, tuple | list) and entry[0] == "fonts":
            return Path(entry[1])
    return None
