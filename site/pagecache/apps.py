from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.utils.translation import gettext_lazy as _


class PageCacheConfig(AppConfig):
    name = "pagecache"
    verbose_name = _("Page cache")

    def ready(self):
        # The models of all apps must be there first.
        from .writes import watch, watch_open_connections  # noqa: PLC0415

        connection_created.connect(watch, dispatch_uid="pagecache")
        watch_open_connections()
