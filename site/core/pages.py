"""What every page of the site has."""

from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.fields import TranslatableField

from .advice import advice_for
from .frame import surroundings
from .page_card import shared_picture
from .public import visible_to_all
from .structured_data import breadcrumb, json_ld

#: The preview that shows what lists and searches say of the page.
IN_A_LIST = "list"


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
    #: Whose figure stands beside it in a list (``components/hit.html``).
    kind_in_lists = "page"
    #: The public search has an index of its own; Wagtail's is not kept.
    search_auto_update = False

    class Meta:
        abstract = True

    @cached_property
    def visible(self) -> models.Q:
        """What the public may see, asked once while this page is shown."""
        return visible_to_all()

    def get_view_restrictions(self):
        """As Wagtail has it; where nothing at all is restricted, in one query."""
        if not PageViewRestriction.objects.exists():
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context.update(surroundings(self, request, self.visible))
        context["full_url"] = self.get_full_url(request)
        context["og_type"] = "website"
        context["structured_data"] = self.structured_data(context)
        context["shared_picture"] = self.shared_picture(request)
        return context

    # --- what an editor sees before it is published -----------------------------------

    preview_modes = [*Page.DEFAULT_PREVIEW_MODES, (IN_A_LIST, _("In a list"))]

    def get_preview_template(self, request, mode_name):
        if mode_name == IN_A_LIST:
            return "pages/preview_in_a_list.html"
        return super().get_preview_template(request, mode_name)

    def get_preview_context(self, request, mode_name):
        context = super().get_preview_context(request, mode_name)
        if mode_name == IN_A_LIST:
            context["hit"] = {
                "kind": self.kind_in_lists,
                "kind_label": self._meta.verbose_name.capitalize(),
                "url": "#",
                "title": self.title,
                "summary_segments": [{"text": self.summary, "marked": False}],
                "coverage": getattr(self, "coverage", None),
            }
        return context

    def warnings(self) -> list[str]:
        """Sentences about what readers would miss; publishing is not stopped."""
        return advice_for(self)

    def shared_picture(self, request) -> dict:
        """What stands beside a link to the page: its title, unless it has better."""
        return shared_picture(request, reverse("page-card", args=[self.pk]), self.title)

    def structured_data(self, context: dict, *nodes: dict) -> str:
        """JSON-LD: what the page is about, and the way to it."""
        return json_ld(*nodes, breadcrumb(self, context["breadcrumbs"]))
