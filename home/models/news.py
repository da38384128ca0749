"""News, and their list."""

from django.core.paginator import Paginator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from core.pages import BasePage
from core.public import public_now

from .pages import TextPage

PAGE_SIZE = 20


class NewsIndexPage(BasePage):
    """The list of news, newest first, twenty on a page (``?page=2``)."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.NewsPage"]
    max_count_per_parent = 1
    template = "pages/news_index.html"

    class Meta:
        verbose_name = _("news")

    def news(self):
        return (
            NewsPage.objects.child_of(self)
            .filter(public_now())
            .public()
            .select_related("locale")
            .order_by("-date", "-pk")
        )

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        pages = Paginator(self.news(), PAGE_SIZE)
        return context | {"news": pages.get_page(request.GET.get("page"))}


class NewsPage(TextPage):
    """One piece of news."""

    date = models.DateField(_("date"), default=timezone.localdate)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("date"),
        FieldPanel("image"),
        FieldPanel("body"),
    ]
    parent_page_types = ["home.NewsIndexPage"]
    subpage_types = []
    template = "pages/news.html"

    class Meta:
        verbose_name = _("news item")
