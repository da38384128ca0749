"""Since when needs are open."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class NeedOpened(models.Model):
    """When a need was first written down: its own row knows no date.

    By the need's key, for rows come and go as revisions are published.
    """

    need_key = models.UUIDField(primary_key=True)
    opened_at = models.DateTimeField(_("opened"), default=timezone.now)

    class Meta:
        verbose_name = _("opening of a need")
        verbose_name_plural = _("openings of needs")

    def __str__(self):
        return f"{self.need_key}: {self.opened_at:%Y-%m-%d}"
