"""Writes the log of changes, inside the transaction that changes something.

``post_save`` and ``post_delete`` are the only hooks there: Wagtail's own signals for
publishing, unpublishing and moving are sent when the transaction is over.
"""

from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver
from wagtail.models import Page

from people.models import Organisation, PersonPage, PersonRecord
from search import outbox
from search.demand.names import forget_names
from search.sources import affected_by, subtree
from taxonomy.models import Concept, Label, Relation

#: What saving a draft changes in a page's row: nothing that can be found.
_DRAFT = {
    "draft_title",
    "has_unpublished_changes",
    "latest_revision",
    "latest_revision_created_at",
}
#: When one of these goes, what ties it to its documents goes with it: ask before.
_ASKED_BEFORE = (Organisation, PersonRecord, Concept, Label, Relation)


@receiver(pre_save)
def remember_address(sender, instance, **kwargs):
    """A new address of a page is a new address of everything below it."""
    if isinstance(instance, Page) and instance.pk and instance.numchild:
        former = Page.objects.filter(pk=instance.pk).values_list("url_path", flat=True)
        instance._search_former_address = former.first()


@receiver(post_save, sender=PersonPage)
def a_name_may_be_new(sender, **kwargs):
    """From now on it is not to be counted among what people look for."""
    forget_names()


@receiver(post_save)
def note_saved(sender, instance, raw=False, update_fields=None, **kwargs):
    if (
        isinstance(instance, Page)
        and update_fields
        and _DRAFT.issuperset(update_fields)
    ):
        return
    if affected := affected_by(instance):
        outbox.note(affected)
    former = getattr(instance, "_search_former_address", None)
    if former is not None:
        del instance._search_former_address
        if former != instance.url_path:
            outbox.note(subtree(instance))


@receiver(pre_delete)
def note_before_deleted(sender, instance, **kwargs):
    if isinstance(instance, _ASKED_BEFORE) and (affected := affected_by(instance)):
        outbox.note(affected)


@receiver(post_delete)
def note_deleted(sender, instance, **kwargs):
    # The base class's signal follows for each page; its own class's says enough.
    if sender is Page or isinstance(instance, _ASKED_BEFORE):
        return
    if affected := affected_by(instance):
        outbox.note(affected)
