"""Pictures of projects that have no photograph, drawn from their facts."""

from hashlib import sha256

from csp.constants import UNSAFE_INLINE
from csp.decorators import csp_update
from django.core.cache import cache
from django.http import Http404, HttpResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import condition, require_safe

from core.languages import current_language
from core.plates import PlateFacts, plate
from core.public import public_pages
from core.share_card import share_card

from .models import ProjectRecord

#: The shapes that pages ask for: narrow screens and wide ones.
WIDE = {"3x2": False, "9x4": True}


def plate_facts(page) -> PlateFacts:
    """What a project's plate is drawn from: its number, place and coverage."""
    facts = page.facts
    number = facts.case_numbers.first()
    place = None
    if facts.latitude is not None:
        place = (float(facts.longitude), float(facts.latitude))
    return PlateFacts(
        seed=number.normalised if number else str(page.translation_key),
        states=tuple(str(state) for _aspect, state in page.coverage.items()),
        at=place,
    )


def _source(request, key):
    """The project, if this reader may see it; read once for a request."""
    if not hasattr(request, "plated"):
        page = public_pages(ProjectRecord, [key]).get(key)
        if page is None and request.user.has_perm("wagtailadmin.access_admin"):
            record = ProjectRecord.objects.filter(pk=key).first()
            page = record and record.source
        if page is None:
            raise Http404
        request.plated = plate_facts(page)
    return request.plated


def _etag(request, key, shape):
    facts = _source(request, key)
    return f'"{sha256(f"{facts}{shape}".encode()).hexdigest()[:20]}"'


@require_safe
@csp_update({"style-src": [UNSAFE_INLINE]})
@condition(etag_func=_etag)
def project_plate(request, key, shape):
    """The plate as SVG; the same facts give the same bytes."""
    if shape not in WIDE:
        raise Http404
    facts = _source(request, key)
    drawn = cache.get_or_set(
        f"plate:{_etag(request, key, shape)}",
        lambda: plate(facts, wide=WIDE[shape]),
        timeout=86_400,
    )
    response = HttpResponse(drawn, content_type="image/svg+xml")
    patch_cache_control(response, public=True, max_age=300)
    return response


@require_safe
def project_card(request, key):
    """The picture that stands beside a link to the project, as PNG (Open Graph)."""
    page = public_pages(ProjectRecord, [key]).get(key)
    if page is None:
        raise Http404
    shown = f"{page.title}{page.coverage}{current_language()}"
    drawn = cache.get_or_set(
        f"card:{sha256(shown.encode()).hexdigest()}",
        lambda: share_card(page.title, page.coverage),
        timeout=86_400,
    )
    response = HttpResponse(drawn, content_type="image/png")
    patch_cache_control(response, public=True, max_age=3600)
    return response
