"""How points are given: read by administrators, changed in the settings only."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from matching.facts import Kinship

#: What each weight does, in the order of :class:`matching.weights.Weights`.
EXPLAINED = {
    "competence": _("The competence that is sought, on the level that is sought."),
    "below": _("The share of it that is taken for each level below."),
    "told": _("The profile says what shows the competence."),
    "linked": _("The profile links to what shows the competence."),
    "verified": _("The profile was verified today; after three years nothing is left."),
    "missing_aspect": _("For each aspect that is missing and that the person covers."),
    "claimed_aspect": _(
        "For each aspect that is claimed without evidence and that the person covers."
    ),
    "aspects": _("At most, for aspects."),
    "goal": _("For each Global Goal in common."),
    "goals": _("At most, for Global Goals."),
    "sector": _("From a sector that the project does not have."),
    "district": _("Knows a district of the project."),
    "free": _("Takes part in no other project now; half with one, a third with two."),
}
KINSHIPS = {
    Kinship.SAME: _("the very competence"),
    Kinship.NARROWER: _("a part of it"),
    Kinship.BEARS: _("a competence that bears on the aspect sought"),
    Kinship.BROADER: _("something wider"),
    Kinship.RELATED: _("something that has to do with the same sustainability tag"),
    Kinship.TAGGED: _("nothing but the tag"),
}


class WeightsView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "matching/admin/weights.html"
    page_title = _("How points are given")
    header_icon = "list-ol"

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_superuser:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("matching_weights"), "label": self.page_title},
        ]

    def get_context_data(self, **kwargs):
        weights = settings.MATCHING_WEIGHTS
        return super().get_context_data(
            rows=[
                (name, getattr(weights, name), words)
                for name, words in EXPLAINED.items()
            ],
            shares=[
                (words, weights.kinship[kinship]) for kinship, words in KINSHIPS.items()
            ],
            most=weights.most,
            **kwargs,
        )
