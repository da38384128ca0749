"""Refusing what would break a rule of records, with sentences that say why."""

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme


class Refused(Exception):
    """A rule forbids it; ``problems`` says which, in sentences for a person.

    Not a ``PermissionDenied``: the admin would turn that into "you may not", though
    the same person may, once the problem is solved.
    """

    def __init__(self, problems):
        self.problems = [str(problem) for problem in problems]
        super().__init__(" ".join(self.problems))


class PublishRefused(Refused):
    """This version may not be published."""


class AliasRefused(Refused):
    """A mirror of a record's page would be a second holder of its facts."""


class RefusalMiddleware:
    """Shows a refusal as a message where the editor came from, never as a 500.

    Whatever the route (bulk action, workflow, translation, revision), the rule is
    kept in the model; this is how its "no" reaches the person.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, Refused):
            return None
        if not request.accepts("text/html"):
            return JsonResponse(
                {"error_code": "refused", "error_message": str(exception)}, status=409
            )
        messages.error(request, str(exception))
        came_from = request.headers.get("Referer", "")
        allowed = url_has_allowed_host_and_scheme(
            came_from, {request.get_host()}, require_https=request.is_secure()
        )
        return redirect(came_from if allowed else reverse("wagtailadmin_home"))
