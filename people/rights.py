"""A profile's rights in the admin: edited by who may edit the page, never added."""

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
)
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.views.generic import EditView, IndexView, history
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import log
from wagtail.permission_policies.base import BasePermissionPolicy
from wagtail.permissions import policy_registry, register_permission_policy

from .models import ContactCard, HiddenCompetence, PersonPage, PersonRecord

CARD_FIELDS = ("email", "phone", "note")


class RightsPolicy(BasePermissionPolicy):
    """Who may edit a person's page may edit the person's rights; nobody adds any."""

    def user_has_permission(self, user, action):
        return self.user_has_any_permission(user, [action])

    def user_has_any_permission(self, user, actions):
        if not user.is_active or not {"change", "view"} & set(actions):
            return False
        return user.is_superuser or _editable_pages(user).exists()

    def user_has_permission_for_instance(self, user, action, instance):
        if not self.user_has_any_permission(user, [action]):
            return False
        if user.is_superuser:
            return True
        source = instance.source
        return bool(source and source.permissions_for_user(user).can_edit())

    def user_has_any_permission_for_instance(self, user, actions, instance):
        return any(
            self.user_has_permission_for_instance(user, action, instance)
            for action in actions
        )

    def instances_user_has_any_permission_for(self, user, actions):
        if not self.user_has_any_permission(user, actions):
            return PersonRecord.objects.none()
        if user.is_superuser:
            return PersonRecord.objects.all()
        keys = _editable_pages(user).values("translation_key")
        return PersonRecord.objects.filter(pk__in=keys)

    def users_with_any_permission(self, actions):
        if not {"change", "view"} & set(actions):
            return get_user_model().objects.none()
        return (
            get_user_model()
            .objects.filter(
                Q(is_superuser=True) | Q(groups__page_permissions__isnull=False),
                is_active=True,
            )
            .distinct()
        )


def _editable_pages(user):
    policy = policy_registry.get_by_type(PersonPage)
    editable = policy.instances_user_has_permission_for(user, "change")
    return PersonPage.objects.filter(pk__in=editable.values("pk"))


class RightsForm(WagtailAdminModelForm):
    """Rights, what is hidden, and the contact card, in one form.

    The log says who changed which fields and when; never what a contact card holds.
    """

    hidden_fields = forms.MultipleChoiceField(
        label=_("Hidden facts"),
        help_text=_("Kept from the public page, lists and search."),
        choices=list(PersonRecord.HIDEABLE.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    competences = forms.ModelMultipleChoiceField(
        label=_("Hidden competences"),
        queryset=None,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    email = ContactCard._meta.get_field("email").formfield()
    phone = ContactCard._meta.get_field("phone").formfield()
    note = ContactCard._meta.get_field("note").formfield()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        record = self.instance
        hidden = list(record.hidden_competences.values_list("concept_id", flat=True))
        concepts = self.fields["competences"].queryset = self._concepts(hidden)
        self.fields["competences"].initial = hidden
        if not concepts:
            self.fields["competences"].help_text = _("None are recorded yet.")
        self.card = ContactCard.objects.filter(record=record).first() or ContactCard(
            record=record
        )
        for name in CARD_FIELDS:
            self.fields[name].initial = getattr(self.card, name)

    def _concepts(self, hidden):
        """The competences of the live page, of its newest draft, and the hidden."""
        field = HiddenCompetence._meta.get_field("concept")
        source, ids = self.instance.source, set(hidden)
        if source is not None:
            for page in (source, source.get_latest_revision_as_object()):
                ids |= {row.concept_id for row in page.competences.all()}
        return field.related_model.objects.filter(pk__in=ids).with_labels()

    def clean(self):
        cleaned = super().clean()
        given, withdrawn = (
            cleaned.get("basis_given_on"),
            cleaned.get("withdrawn_on"),
        )
        if withdrawn and given and withdrawn < given:
            self.add_error("withdrawn_on", _("Withdrawn before it was given."))
        if cleaned.get("legal_basis") == "deceased" and cleaned.get(
            "open_to_introductions"
        ):
            self.add_error(
                "open_to_introductions",
                _("A person who has died cannot be introduced to anybody."),
            )
        return cleaned

    def save(self, commit=True):
        record = super().save(commit=commit)
        chosen = set(self.cleaned_data["competences"])
        record.hidden_competences.exclude(concept__in=chosen).delete()
        for concept in chosen:
            HiddenCompetence.objects.get_or_create(record=record, concept=concept)
        for name in CARD_FIELDS:
            setattr(self.card, name, self.cleaned_data[name])
        if any(getattr(self.card, name) for name in CARD_FIELDS):
            self.card.save()
        elif self.card.pk:
            self.card.delete()
        if self.changed_data:
            log(
                instance=record,
                action="people.rights_changed",
                user=self.for_user,
                data={"fields": self.changed_data},
            )
        return record


RIGHTS_EDIT_HANDLER = ObjectList(
    [
        MultiFieldPanel(
            [
                FieldPanel("legal_basis"),
                FieldPanel("basis_version"),
                FieldRowPanel(
                    [FieldPanel("basis_given_on"), FieldPanel("informed_on")]
                ),
                FieldRowPanel([FieldPanel("reconfirm_by"), FieldPanel("withdrawn_on")]),
            ],
            heading=_("Legal basis"),
            help_text=_("Withdrawing takes the profile down in all languages at once."),
        ),
        MultiFieldPanel(
            [FieldPanel("hidden_fields"), FieldPanel("competences")],
            heading=_("What is hidden"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("verified_by"), FieldPanel("verified_on")]),
                FieldPanel("open_to_introductions"),
                FieldPanel("paused_until"),
            ],
            heading=_("Verification and introductions"),
        ),
        MultiFieldPanel(
            [FieldPanel(name) for name in CARD_FIELDS],
            heading=_("Contact card"),
            help_text=_("Never shown: used only when both sides have said yes."),
        ),
    ],
    base_form_class=RightsForm,
)

register_permission_policy(PersonRecord, RightsPolicy(PersonRecord))


class OnlyOwnRights:
    """Refuses a record whose page the user may not edit."""

    def get_object(self, *args, **kwargs):
        record = super().get_object(*args, **kwargs)
        if not self.user_has_permission_for_instance("change", record):
            raise PermissionDenied
        return record


class RightsIndexView(IndexView):
    """Lists the records whose pages the user may edit."""

    def get_base_queryset(self):
        editable = self.permission_policy.instances_user_has_permission_for(
            self.request.user, "change"
        )
        return super().get_base_queryset().filter(pk__in=editable.values("pk"))


class RightsEditView(OnlyOwnRights, EditView):
    pass


class RightsHistoryView(OnlyOwnRights, history.HistoryView):
    pass


class RightsViewSet(ModelViewSet):
    model = PersonRecord
    name = "person_rights"
    url_prefix = "person-rights"
    icon = "lock"
    menu_label = _("Rights of profiles")
    add_to_admin_menu = False
    inspect_view_enabled = False
    copy_view_enabled = False
    edit_handler = RIGHTS_EDIT_HANDLER
    index_view_class = RightsIndexView
    edit_view_class = RightsEditView
    history_view_class = RightsHistoryView
    list_display = [
        "label",
        Column(
            "legal_basis", label=_("Legal basis"), accessor="get_legal_basis_display"
        ),
        "withdrawn_on",
        "reconfirm_by",
        BooleanColumn("open_to_introductions", label=_("Open to introductions")),
    ]
    list_filter = ["legal_basis", "open_to_introductions"]
    search_fields = ["label"]


rights_viewset = RightsViewSet()
