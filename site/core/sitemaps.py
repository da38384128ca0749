"""The sitemap: every public page, its other language, and when it last changed."""

from collections import defaultdict

from django.contrib.sitemaps import Sitemap, views
from django.db.models import Max
from wagtail.models import Page, Site

from .public import public_now


class PublicPages(Sitemap):
    """All public pages of the site. A constant number of queries for each file."""

    limit = 5_000

    def __init__(self, request):
        self.request = request

    def items(self):
        site = Site.find_for_request(self.request)
        if site is None:
            return Page.objects.none()
        home = site.root_page
        # The languages' home pages are translations of one another.
        roots = Page.objects.filter(translation_key=home.translation_key)
        pages = Page.objects.none()
        for root in roots:
            pages |= Page.objects.descendant_of(root, inclusive=True)
        return (
            pages.filter(public_now())
            .public()
            # A page whose source is restricted, or past its end, is so in every
            # language.
            .exclude(
                translation_key__in=Page.objects.not_public().values("translation_key")
            )
            .exclude(
                translation_key__in=Page.objects.filter(live=True)
                .exclude(public_now())
                .values("translation_key")
            )
            .select_related("locale")
            .order_by("path")
        )

    def lastmod(self, page):
        return page.last_published_at or page.latest_revision_created_at

    def get_latest_lastmod(self):
        return self.items().aggregate(latest=Max("last_published_at"))["latest"]

    def get_urls(self, page=1, site=None, protocol=None):
        shown = list(self.paginator.page(page).object_list)
        siblings = defaultdict(list)
        for other in self.items().filter(
            translation_key__in={item.translation_key for item in shown}
        ):
            siblings[other.translation_key].append(
                {
                    "location": other.get_full_url(self.request),
                    "lang_code": other.locale.language_code,
                }
            )
        self.latest_lastmod = self.get_latest_lastmod()
        urls = []
        for item in shown:
            alternates = siblings[item.translation_key]
            urls.append(
                {
                    "item": item,
                    "location": item.get_full_url(self.request),
                    "lastmod": self.lastmod(item),
                    "changefreq": None,
                    "priority": "",
                    "alternates": alternates if len(alternates) > 1 else [],
                }
            )
        return urls


def index(request):
    """``/sitemap.xml``: one entry for each file of :data:`PublicPages.limit` pages."""
    return views.index(
        request, {"pages": PublicPages(request)}, sitemap_url_name="sitemap-section"
    )


def section(request, section):
    return views.sitemap(request, {"pages": PublicPages(request)}, section=section)
