"""What a form that came without its token is answered with."""

from django.views.csrf import csrf_failure
from wagtail.models import Page


def form_without_token(request, reason=""):
    """``CSRF_FAILURE_VIEW``: a page's own form comes back with all that was typed.

    The token is missing when cookies are blocked, or were cleared while the form was
    open. It is refused all the same (403); the answer brings a new token, so that
    sending once more is enough. Every other address is Django's to answer.
    """
    match = request.resolver_match
    page = None
    if match and match.url_name == "wagtail_serve":
        page = Page.find_for_request(request, *match.args)
    again = getattr(page and page.specific, "without_token", None)
    if again is None or page.get_view_restrictions():
        return csrf_failure(request, reason)
    return again(request).render()
