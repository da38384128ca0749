"""The share card of a page that has no picture of its own: its title."""

from hashlib import sha256

from django.core.cache import cache
from django.http import Http404, HttpResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from wagtail.models import Page

from .public import visible_to_all
from .share_card import SIZE, share_card


def shared_picture(request, url: str, alt: str, size: tuple[int, int] = SIZE) -> dict:
    """What the templates' Open Graph says of a picture; ``size`` in pixels."""
    return {
        "url": request.build_absolute_uri(url),
        "width": size[0],
        "height": size[1],
        "alt": alt,
    }


@require_safe
def page_card(request, pk: int):
    """The card of a public page, as PNG; of no other."""
    title = (
        Page.objects.filter(visible_to_all(), pk=pk)
        .values_list("title", flat=True)
        .first()
    )
    if title is None:
        raise Http404
    drawn = cache.get_or_set(
        f"page-card:{sha256(title.encode()).hexdigest()}",
        lambda: share_card(title),
        timeout=86_400,
    )
    response = HttpResponse(drawn, content_type="image/png")
    patch_cache_control(response, public=True, max_age=3600)
    return response
