from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PicturesConfig(AppConfig):
    name = "pictures"
    verbose_name = _("Pictures")

    def ready(self):
        # Connect the receivers, when all models are there.
        from . import signals  # noqa: F401, PLC0415
