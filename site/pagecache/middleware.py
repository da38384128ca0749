"""Answers with kept pages, and keeps those that may be kept."""

import hashlib
import logging
from collections.abc import Callable

from django.conf import settings
from django.core.cache import caches
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control

from pagecache.kept import KeptPage
from pagecache.models import SiteVersion

logger = logging.getLogger(__name__)

#: A longer address asks for what nobody else will ask for.
_LONGEST_QUERY = 200


class PageCacheMiddleware:
    """Stands before sessions: a kept page costs one query by primary key.

    Only for readers without a session or a form. A page is kept if it is a plain 200
    that sets no cookie, has no nonce, and says nothing of its own about caching (as a
    search does, which is counted, and a private page). Its key has the site's version,
    taken before the page is made, and the local date, for what depends on today;
    ``PAGE_CACHE_SECONDS`` is how long a page may be wrong that depends on the hour.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not settings.PAGE_CACHE_SECONDS or not _may_be_kept(request):
            return self.get_response(request)
        try:
            key = _key(request, SiteVersion.current())
        except DatabaseError:
            # Pages tell in their own way that the database does not answer.
            return self.get_response(request)
        kept = caches["pages"].get(key)
        if kept is None:
            response = self.get_response(request)
            if request.method != "GET" or not _is_for_everybody(request, response):
                return response
            _tell_caches(response)
            kept = KeptPage.of(response)
            caches["pages"].set(key, kept, settings.PAGE_CACHE_SECONDS)
        return kept.answer(request)


def _tell_caches(response: HttpResponse) -> None:
    """A browser may keep the page, and asks whether it still holds."""
    patch_cache_control(response, public=True, max_age=0, must_revalidate=True)
    if settings.PAGE_CACHE_SHARED_SECONDS:
        patch_cache_control(response, s_maxage=settings.PAGE_CACHE_SHARED_SECONDS)


def _may_be_kept(request: HttpRequest) -> bool:
    return (
        request.method in ("GET", "HEAD")
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        # Whoever has this one may be shown a form that is theirs alone.
        and settings.CSRF_COOKIE_NAME not in request.COOKIES
        and "Authorization" not in request.headers
        and len(request.META.get("QUERY_STRING", "")) <= _LONGEST_QUERY
    )


def _is_for_everybody(request: HttpRequest, response: HttpResponse) -> bool:
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and not response.has_header("Cache-Control")
        and not response.has_header("Content-Encoding")
        and "nonce-" not in response.get("Content-Security-Policy", "")
        and not _is_signed_in(request)
    )


def _is_signed_in(request: HttpRequest) -> bool:
    user = getattr(request, "user", None)
    return user is not None and user.is_authenticated


def _key(request: HttpRequest, version: str) -> str:
    parts = (
        version,
        str(timezone.localdate()),
        request.scheme,
        request.get_host(),
        request.get_full_path(),
    )
    return hashlib.sha256("\n".join(parts).encode(errors="replace")).hexdigest()
