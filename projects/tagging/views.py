"""Suggestions for what stands in the form, saved or not."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseBadRequest
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST
from wagtail.permissions import page_permission_policy

from projects.models import ProjectPage
from taxonomy.queries import concept_index
from taxonomy.recognition import recogniser

from .suggesting import suggest_tags
from .texts import RICH, plain

#: Characters of one text that are read; no project's is nearly as long.
_LONGEST = 50_000


@require_POST
def suggest(request):
    """``title``, ``summary`` and the rich texts as the form posts them; ``tagged``,
    any number of concepts' ids; ``page``, the page's id unless it is a new one.

    For who may write the page. Reads the vocabulary, and changes nothing.
    """
    _check_rights(request.user, request.POST.get("page", ""))
    try:
        texts = _texts(request.POST)
    except (ValueError, TypeError, KeyError, AttributeError):
        # The editor's own format of rich text, and somebody else's content.
        return HttpResponseBadRequest()
    tagged = [int(pk) for pk in request.POST.getlist("tagged") if pk.isdecimal()]
    suggestions = suggest_tags(
        texts, recogniser=recogniser(), concepts=concept_index(), tagged=tagged
    )
    return render(
        request,
        "projects/admin/suggested_tags_list.html",
        {"suggestions": suggestions},
    )


def _check_rights(user, page_id: str) -> None:
    if page_id.isdecimal():
        page = get_object_or_404(ProjectPage, pk=page_id)
        allowed = page.permissions_for_user(user).can_edit()
    else:
        allowed = page_permission_policy.user_has_permission(user, "add")
    if not allowed:
        raise PermissionDenied


def _texts(data) -> list[tuple[str, str]]:
    texts = [(name, data.get(name, "")) for name in ("title", "summary")]
    for name in RICH:
        if data.get(name):
            field = ProjectPage._meta.get_field(name).formfield()
            html = field.widget.value_from_datadict(data, {}, name)
            texts.append(("body", plain(html)))
    return [(place, text[:_LONGEST]) for place, text in texts]
