"""Notes when needs are first written down."""

from django.db.models.signals import post_save

from overview.models import NeedOpened
from projects.models import Need


def connect() -> None:
    post_save.connect(note, sender=Need, dispatch_uid="overview.needs")


def note(sender, instance: Need, raw: bool = False, **kwargs) -> None:
    """Once a need, however often its row is written again."""
    if not raw:
        NeedOpened.objects.get_or_create(need_key=instance.key)
