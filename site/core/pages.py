"""What every page of the site has."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail_localize.fields import TranslatableField

from .frame import breadcrumbs, translations


class BasePage(Page):
    """A page with a summary: what lists, search hits and link previews say."""

    summary = models.TextField(
        _("summary"),
        blank=True,
        max_length=500,
        help_text=_("One to three sentences, shown in lists, search and when shared."),
    )

    #: The texts a translation carries; everything else is a fact.
    text_fields = ("title", "slug", "seo_title", "search_description", "summary")
    translatable_fields = [TranslatableField(name) for name in text_fields]

    content_panels = [*Page.content_panels, FieldPanel("summary")]
    show_in_menus_default = False

    class Meta:
        abstract = True

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["breadcrumbs"] = breadcrumbs(self, request)
        context["translations_for_switch"] = translations(self, request)
        return context
