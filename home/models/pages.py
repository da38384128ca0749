"""The front page and pages of text."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail_localize.fields import TranslatableField

from core.blocks import BodyBlock
from core.languages import current_language
from core.page_card import shared_picture
from core.pages import BasePage
from core.routing import DirectRouting
from pictures.shapes import shared_rendition


class HomePage(DirectRouting, BasePage):
    """A language's front page."""

    parent_page_types = ["wagtailcore.Page"]
    template = "pages/home.html"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["structured_data"] = self.structured_data(
            context,
            {
                "@type": "WebSite",
                "url": self.full_url,
                "name": self.title,
                "description": self.summary,
                "inLanguage": current_language(),
                "potentialAction": {
                    "@type": "SearchAction",
                    "target": {
                        "@type": "EntryPoint",
                        "urlTemplate": request.build_absolute_uri(reverse("search"))
                        + "?q={query}",
                    },
                    "query-input": "required name=query",
                },
            },
        )
        return context

    class Meta:
        verbose_name = _("home page")


class TextPage(BasePage):
    """A page whose body is built from blocks."""

    image = models.ForeignKey(
        "pictures.Picture",
        models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("picture"),
        help_text=_("Shown above the text, and when the page is shared."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    text_fields = (*BasePage.text_fields, "body")
    translatable_fields = [TranslatableField(name) for name in text_fields]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("image"),
        FieldPanel("body"),
    ]

    class Meta:
        abstract = True

    def shared_picture(self, request) -> dict:
        if self.image is None:
            return super().shared_picture(request)
        shown = shared_rendition(self.image)
        return shared_picture(
            request, shown.url, self.image.default_alt_text, (shown.width, shown.height)
        )


class StandardPage(TextPage):
    """A page of text: about, personal data."""

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    template = "pages/standard.html"

    class Meta:
        verbose_name = _("standard page")
