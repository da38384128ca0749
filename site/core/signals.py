"""What a record's pages do together, whoever changes them."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.coreutils import find_available_slug
from wagtail.models import Page
from wagtail.signals import post_page_move

from .record_pages import RecordPage


@receiver(post_save, sender=Page)
def carry_visibility_of_plain_pages(sender, instance, raw=False, **kwargs):
    """``publish_scheduled`` unpublishes what has expired as a plain ``Page``.

    Its ``save`` is not :meth:`RecordPage.save`; the rule is the same.
    """
    if raw or not issubclass(instance.specific_class or Page, RecordPage):
        return
    page = instance.specific
    if page.is_source:
        page.carry_visibility()


@receiver(post_delete)
def delete_translations_with_their_source(sender, instance, **kwargs):
    """A translation has no facts of its own: it goes when its source goes.

    In the same transaction, and however the source was deleted (``post_delete`` is
    sent for each page of a deleted branch).
    """
    if not issubclass(sender, RecordPage):
        return
    record = instance.record_model.objects.filter(pk=instance.translation_key).first()
    if record is None or record.source_locale_id != instance.locale_id:
        return
    for page in sender.objects.filter(translation_key=instance.translation_key):
        page.delete()
    record.source_deleted()


@receiver(post_page_move)
def move_translations_with_their_source(sender, instance, **kwargs):
    """Who may edit follows the tree, so a record's pages move to one section."""
    page = instance.specific
    if not isinstance(page, RecordPage) or not page.is_source:
        return
    for sibling in page.siblings:
        parent = page.get_parent().get_translation_or_none(sibling.locale)
        if parent is None or sibling.is_child_of(parent):
            continue
        slug = find_available_slug(parent, sibling.slug)
        if slug != sibling.slug:
            sibling.slug = slug
            sibling.save()
        sibling.move(parent, pos="last-child")
