"""The main menu and the footer, which editors own: one of each per language."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Locale, Orderable, Page
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet


class Navigation(ClusterableModel):
    """The menu and footer of one language."""

    locale = models.OneToOneField(
        Locale, models.CASCADE, related_name="+", verbose_name=_("language")
    )
    footer_text = models.TextField(_("text in the footer"), blank=True, max_length=400)
    footer_note = models.CharField(
        _("last line of the footer"), blank=True, max_length=200
    )

    panels = [
        FieldPanel("locale"),
        InlinePanel("links", heading=_("Links"), label=_("Link")),
        FieldPanel("footer_text"),
        FieldPanel("footer_note"),
    ]

    class Meta:
        verbose_name = _("menu and footer")
        verbose_name_plural = _("menus and footers")

    def __str__(self):
        return str(self.locale)


def shown_links(lang: str, visible: models.Q) -> list["NavigationLink"]:
    """A language's links that lead somewhere now, with their navigation.

    One query. A link to a hidden page is left out; ``visible`` is what
    :func:`core.public.visible_to_all` said.
    """
    public = Page.objects.filter(visible).values("pk")
    return list(
        NavigationLink.objects.filter(
            models.Q(page=None) | models.Q(page__in=public),
            navigation__locale__language_code=lang,
        )
        .select_related("navigation", "page__locale")
        .order_by("sort_order", "pk")
    )


class NavigationLink(Orderable):
    """A link in the main menu, or in one of the footer's columns."""

    navigation = ParentalKey(Navigation, related_name="links")
    column = models.CharField(
        _("column in the footer"),
        max_length=60,
        blank=True,
        help_text=_("The column's heading. Empty: the link is in the main menu."),
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        models.CASCADE,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("page"),
    )
    url = models.CharField(
        _("or address"),
        max_length=500,
        blank=True,
        help_text=_("Such as /sok/ or https://start.stockholm/."),
    )
    title = models.CharField(
        _("text"), max_length=60, blank=True, help_text=_("Empty: the page's title.")
    )

    panels = [
        FieldPanel("column"),
        FieldPanel("page"),
        FieldPanel("url"),
        FieldPanel("title"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("link")
        verbose_name_plural = _("links")

    def __str__(self):
        return self.text

    @property
    def text(self) -> str:
        return self.title or (self.page.title if self.page else self.url)

    @property
    def address(self) -> str:
        return (self.page.get_url() or "") if self.page else self.url

    def clean(self):
        if bool(self.page_id) == bool(self.url):
            raise ValidationError({"page": _("Choose a page or write an address.")})
        if self.url and not self.url.startswith(("/", "https://", "http://")):
            raise ValidationError(
                {"url": _("Write an address that begins with / or https://.")}
            )
        if self.url and not self.title:
            raise ValidationError({"title": _("Write the text of the link.")})


class NavigationViewSet(SnippetViewSet):
    model = Navigation
    icon = "bars"
    menu_label = _("Menu and footer")
    list_display = ["locale", "footer_text"]


register_snippet(NavigationViewSet)
