"""What editors put first for a query, and where they do so."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet

from search.documents.keys import key_of
from search.models import Pin, PinnedPage
from search.wording import normalised


def pinned_for(text: str) -> tuple[str, ...]:
    """The keys of the documents that come first for the query, in their order (one
    query, and another for each organisation among them)."""
    rows = PinnedPage.objects.filter(pin__wording=normalised(text))
    pages = (row.page for row in rows.select_related("page"))
    return tuple(dict.fromkeys(key for page in pages if (key := key_of(page))))


class PinViewSet(ModelViewSet):
    model = Pin
    name = "pins"
    icon = "pick"
    menu_label = _("Pinned results")
    menu_order = 235
    add_to_admin_menu = True
    list_display = (
        "query",
        Column(
            "pages",
            label=_("Pages"),
            accessor=lambda pin: ", ".join(row.page.title for row in pin.pages.all()),
        ),
    )
    search_fields = ("query", "reason")
    search_backend_name = None
    panels = [
        FieldPanel("query"),
        InlinePanel(
            "pages",
            heading=_("Pages that come first"),
            label=_("Page"),
            min_num=1,
            max_num=5,
            panels=[FieldPanel("page")],
            help_text=_(
                "A page in one language stands for the same page in the other."
            ),
        ),
        FieldPanel("reason"),
    ]

    def get_queryset(self, request):
        return Pin.objects.prefetch_related("pages__page")


pin_viewset = PinViewSet()
