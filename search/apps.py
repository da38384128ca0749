from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")

    def ready(self):
        # Connects the receivers and registers the checks.
        from . import checks, signals  # noqa: F401, PLC0415
