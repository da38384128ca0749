"""Uploads that wait for their description are clean while they wait."""

from django.conf import settings
from django.db.models.signals import pre_save
from django.dispatch import receiver
from wagtail.models import UploadedFile

from .cleaning import clean_picture
from .models import Picture


@receiver(pre_save, sender=UploadedFile)
def clean_waiting_upload(instance, **_kwargs):
    """The upload of many stores a file before anybody has described it.

    The form has checked the file by then, but what it stores is the original.
    """
    kind = instance.for_content_type
    waits = kind is not None and kind.model_class() is Picture
    if waits and not instance.file._committed:
        file = instance.file
        file.file = clean_picture(
            file.file,
            name=file.name,
            max_pixels=settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS,
        )
