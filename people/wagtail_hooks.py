"""What the admin knows of people and organisations."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogFormatter
from wagtail.snippets.models import register_snippet

from .listings import (
    OrganisationViewSet,
    person_chooser_viewset,
    person_listing_viewset,
)
from .models import ContactCard, PersonRecord
from .rights import rights_viewset

register_snippet(OrganisationViewSet)


@hooks.register("register_admin_viewset")
def register_viewsets():
    return [person_listing_viewset, person_chooser_viewset, rights_viewset]


@hooks.register("register_log_actions")
def register_log_actions(actions):
    @actions.register_action("people.rights_changed")
    class RightsChangedFormatter(LogFormatter):
        label = _("Rights of a profile changed")

        def format_message(self, log_entry):
            names = [_field_label(name) for name in log_entry.data.get("fields", [])]
            return _("Changed: %(fields)s") % {"fields": ", ".join(names)}

        def format_comment(self, log_entry):
            return ""


def _field_label(name: str) -> str:
    if name == "competences":
        return str(_("hidden competences"))
    for model in (PersonRecord, ContactCard):
        if name in {field.name for field in model._meta.get_fields()}:
            return str(model._meta.get_field(name).verbose_name)
    return name
