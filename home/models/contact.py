"""The contact page: a form whose fields editors choose."""

import logging

from django.conf import settings
from django.db import models
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.forms.models import (
    AbstractFormField,
    EmailFormMixin,
    FormMixin,
)
from wagtail.contrib.forms.panels import FormSubmissionsPanel
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField

from home.contact.form import (
    AUTOCOMPLETE,
    FIELD_TYPES,
    TRAP,
    ContactFormBuilder,
    is_trapped,
)
from home.contact.mail import mail_message
from home.contact.senders import may_send

from .pages import TextPage

logger = logging.getLogger(__name__)


class ContactField(TranslatableMixin, AbstractFormField):
    """A field of the form. Its name in what is stored never changes."""

    page = ParentalKey("ContactPage", related_name="form_fields")
    field_type = models.CharField(
        _("kind of field"), max_length=16, choices=FIELD_TYPES
    )
    field_type.required_on_save = True
    autocomplete = models.CharField(
        _("what the visitor's browser may fill in"),
        max_length=24,
        blank=True,
        choices=AUTOCOMPLETE,
        help_text=_("For a line of text. An e-mail address is filled in by itself."),
    )

    panels = [*AbstractFormField.panels, FieldPanel("autocomplete")]
    translatable_fields = [
        TranslatableField("label"),
        TranslatableField("help_text"),
        TranslatableField("choices"),
        TranslatableField("default_value"),
        SynchronizedField("clean_name"),
        SynchronizedField("field_type"),
        SynchronizedField("required"),
        SynchronizedField("autocomplete"),
    ]

    class Meta(TranslatableMixin.Meta, AbstractFormField.Meta):
        verbose_name = _("field of the form")
        verbose_name_plural = _("fields of the form")


class ContactPage(EmailFormMixin, FormMixin, TextPage):
    """Stores what visitors write, and mails it to those whom the editor chose.

    ``?sent=1`` is the same page with its thanks: a page to reload without sending
    anything once more.
    """

    thanks = models.TextField(
        _("thanks"),
        blank=True,
        max_length=500,
        help_text=_("What is said when the message has been sent."),
    )
    privacy_page = models.ForeignKey(
        "wagtailcore.Page",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("page about personal data"),
        help_text=_("The form links to it."),
    )

    text_fields = (*TextPage.text_fields, "thanks", "subject", "form_fields")
    translatable_fields = [TranslatableField(name) for name in text_fields]
    content_panels = [
        FormSubmissionsPanel(heading=_("Messages")),
        *TextPage.content_panels,
        InlinePanel("form_fields", heading=_("The form"), label=_("Field")),
        FieldPanel("thanks"),
        FieldPanel("privacy_page"),
        MultiFieldPanel(
            [FieldPanel("to_address"), FieldPanel("subject")], heading=_("Mail")
        ),
    ]
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = []
    template = landing_page_template = "pages/contact.html"
    form_builder = ContactFormBuilder

    class Meta:
        verbose_name = _("contact page")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        privacy = self.privacy_page and self.privacy_page.localized
        context["privacy_url"] = (
            privacy.get_url(request) if privacy and privacy.live else ""
        )
        context["kept_days"] = settings.CONTACT_KEPT_DAYS
        context["trap"] = TRAP
        return context

    def serve(self, request, *args, **kwargs):
        if request.method == "POST":
            return self._receive(request)
        if "sent" in request.GET:
            return self.render_landing_page(request)
        return self._show(request, self.get_form(page=self))

    def render_landing_page(self, request, form_submission=None, *args, **kwargs):
        context = self.get_context(request) | {"sent": True}
        return TemplateResponse(request, self.template, context)

    def without_token(self, request):
        """What came without its token, to be sent again (:mod:`home.contact.views`)."""
        form = self.get_form(request.POST, page=self)
        return self._show(request, form, status=403, refused="token")

    def process_form_submission(self, form):
        """Store it, then have it mailed; no mail that fails stops the visitor."""
        submission = FormMixin.process_form_submission(self, form)
        if self.to_address:
            try:
                mail_message.enqueue(submission.pk)
            except Exception:
                logger.exception("Message %s was not handed to mail", submission.pk)
        return submission

    def _receive(self, request):
        """Refused, each time with what was typed; or stored, and thanks elsewhere.

        A robot that filled in the trap is thanked, so that it learns nothing.
        """
        form = self.get_form(request.POST, page=self)
        if not is_trapped(request.POST):
            if not form.is_valid():
                return self._show(request, form)
            if not may_send(request):
                answer = self._show(request, form, status=429, refused="often")
                answer["Retry-After"] = str(settings.CONTACT_PERIOD)
                return answer
            self.process_form_submission(form)
        return HttpResponseRedirect(f"{self.get_url(request)}?sent=1")

    def _show(self, request, form, *, status=200, refused=""):
        """The page with the form; ``refused``: ``often`` or ``token``, or nothing."""
        context = self.get_context(request) | {
            "form": form,
            "refused": refused,
            "problems": form.problems() if form.is_bound else [],
        }
        return TemplateResponse(request, self.template, context, status=status)
