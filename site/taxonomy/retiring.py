"""Taking concepts out of use: deprecation, and why most are not deleted."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from django.views.generic.edit import FormMixin
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import BaseObjectMixin, WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.log_actions import log

from .admin_forms import DeprecateForm
from .models import Concept
from .usage import usage_counts


class ConceptDeleteView(generic.DeleteView):
    """Only what nothing points at may go; the rest is deprecated."""

    template_name = "taxonomy/admin/confirm_delete.html"

    def get_usage(self):
        return None

    def get_usage_url(self):
        return None

    @cached_property
    def reasons(self) -> list[str]:
        """Sentences that say why the concept may not be deleted."""
        reasons = []
        if uses := usage_counts([self.object.pk])[self.object.pk]:
            reasons.append(
                ngettext(
                    "It is used in %(number)d place.",
                    "It is used in %(number)d places.",
                    uses,
                )
                % {"number": uses}
            )
        if narrower := self.object.narrower.count():
            reasons.append(
                ngettext(
                    "%(number)d concept stands below it.",
                    "%(number)d concepts stand below it.",
                    narrower,
                )
                % {"number": narrower}
            )
        if self.object.replaces.exists():
            reasons.append(_("It replaces another concept."))
        return reasons

    def form_valid(self, form):
        if self.reasons:
            messages.error(
                self.request,
                _("“%(concept)s” was not deleted. %(reasons)s Deprecate it instead.")
                % {"concept": self.object, "reasons": " ".join(self.reasons)},
            )
            return redirect(reverse(self.edit_url_name, args=[self.object.pk]))
        return super().form_valid(form)

    def get_context_data(self, **kwargs):
        return super().get_context_data(reasons=self.reasons, **kwargs)


class DeprecateView(
    PermissionCheckedMixin,
    BaseObjectMixin,
    FormMixin,
    WagtailAdminTemplateMixin,
    TemplateView,
):
    """Take a concept out of use, and say what replaces it."""

    form_class = DeprecateForm
    permission_required = "change"
    page_title = gettext_lazy("Deprecate")
    header_icon = "no-view"
    template_name = "taxonomy/admin/deprecate.html"
    index_url_name = None
    edit_url_name = None
    usage_url_name = None
    deprecate_url_name = None

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse(self.index_url_name), "label": _("Concepts")},
            {"url": self._edit_url(), "label": str(self.object)},
            {"url": "", "label": _("Deprecate"), "sublabel": str(self.object)},
        ]

    def _edit_url(self) -> str:
        return reverse(self.edit_url_name, args=[self.object.pk])

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "concept": self.object}

    def post(self, request, *args, **kwargs):
        form = self.get_form()
        return self.form_valid(form) if form.is_valid() else self.form_invalid(form)

    def form_valid(self, form):
        replacement = form.cleaned_data["replaced_by"]
        self.object.status = Concept.Status.DEPRECATED
        self.object.replaced_by = replacement
        self.object.edited = True
        self.object.save()
        log(
            self.object,
            "taxonomy.deprecate",
            user=self.request.user,
            data={"replaced_by": str(replacement) if replacement else None},
        )
        messages.success(
            self.request,
            _("“%(concept)s” is deprecated: it can no longer be chosen.")
            % {"concept": self.object},
        )
        return redirect(self._edit_url())

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            concept=self.object,
            uses=usage_counts([self.object.pk])[self.object.pk],
            usage_url=reverse(self.usage_url_name, args=[self.object.pk]),
            edit_url=self._edit_url(),
            **kwargs,
        )


class SchemeDeleteView(generic.DeleteView):
    """A vocabulary with concepts stays."""

    def form_valid(self, form):
        if self.object.concepts.exists():
            messages.error(
                self.request, _("A vocabulary with concepts is not deleted.")
            )
            return redirect(reverse(self.edit_url_name, args=[self.object.pk]))
        return super().form_valid(form)
