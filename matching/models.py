"""The public page of what is needed now."""

from django.http import JsonResponse
from django.utils.translation import gettext_lazy as _

from core.pages import BasePage
from matching.needed import as_json, shown_list
from projects.sought import parse_need_choice
from taxonomy.queries import concept_index


class NeededNowPage(BasePage):
    """The open needs of public projects, and how many could help with each.

    What is shown is in the address; see :mod:`projects.sought`. ``?format=json`` gives
    the same as data.
    """

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = []
    template = "pages/needed_now.html"

    class Meta:
        verbose_name = _("needed now")
        verbose_name_plural = _("needed now")
        permissions = [
            ("see_who_could_help", _("Can see who could help, for every project"))
        ]

    def serve(self, request, *args, **kwargs):
        if request.GET.get("format") == "json":
            return JsonResponse(
                as_json(self._shown(request), request),
                json_dumps_params={"ensure_ascii": False},
            )
        return super().serve(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return context | self._shown(request)

    def _shown(self, request) -> dict:
        choice = parse_need_choice(request.GET, concept_index())
        action = self.get_url(request) or ""
        return shown_list(choice, request.GET.get("page", ""), action, self.visible)
