from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = _("Core")

    def ready(self):
        # Connect receivers and register checks, when all models are there.
        from . import checks, signals  # noqa: F401, PLC0415
