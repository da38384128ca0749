from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OverviewConfig(AppConfig):
    name = "overview"
    verbose_name = _("The city's picture")

    def ready(self):
        # The models of all apps must be there first.
        from . import signals  # noqa: PLC0415

        signals.connect()
