"""Messages are kept for a time that is said beside the form, and then deleted."""

from datetime import datetime, timedelta

from django.conf import settings
from wagtail.contrib.forms.models import FormSubmission


def forget_messages(now: datetime) -> int:
    """Delete what was sent ``CONTACT_KEPT_DAYS`` days ago or more; how many."""
    oldest = now - timedelta(days=settings.CONTACT_KEPT_DAYS)
    return FormSubmission.objects.filter(submit_time__lte=oldest).delete()[0]
