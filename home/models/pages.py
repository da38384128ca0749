"""The front page and pages of text."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail_localize.fields import TranslatableField

from core.blocks import BodyBlock
from core.pages import BasePage


class HomePage(BasePage):
    """A language's front page."""

    parent_page_types = ["wagtailcore.Page"]
    template = "pages/home.html"

    class Meta:
        verbose_name = _("home page")


class TextPage(BasePage):
    """A page whose body is built from blocks."""

    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    text_fields = (*BasePage.text_fields, "body")
    translatable_fields = [TranslatableField(name) for name in text_fields]
    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    class Meta:
        abstract = True


class StandardPage(TextPage):
    """A page of text: about, privacy, contact."""

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    template = "pages/standard.html"

    class Meta:
        verbose_name = _("standard page")
