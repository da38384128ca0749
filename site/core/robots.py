"""``/robots.txt``: what crawlers should leave alone."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

#: Searches and machine interfaces are for people and programs, not for crawling.
CLOSED = ("/admin/", "/api/", "/sok/", "/en/search/")


@require_safe
def robots(request):
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED)]
    lines.append(f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")
