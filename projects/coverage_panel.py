"""The triad in words, beside the form: right without JavaScript, live with it."""

from django.forms import Media
from django.forms.widgets import Script
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from taxonomy.models import Aspect, Concept

from .coverage import ASPECTS, State

STATE_WORDS = {
    State.COVERED: _("Covered: claimed, with evidence"),
    State.CLAIMED: _("Claimed, without evidence"),
    State.NOT_APPLICABLE: _("Does not apply, with a reason"),
    State.MISSING: _("Missing"),
}


class CoveragePanel(Panel):
    """Which aspects the version in the form covers."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "projects/admin/coverage_panel.html"

        def is_shown(self):
            return bool(self.instance and self.instance.is_source)

        @property
        def media(self):
            return Media(
                js=[Script("projects/coverage-panel.js", type="module")],
                css={"all": ["projects/coverage-panel.css"]},
            )

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            coverage = self.instance.coverage
            context["rows"] = [
                {
                    "aspect": aspect,
                    "label": Aspect(aspect).label,
                    "state": coverage[aspect].value,
                    "words": STATE_WORDS[coverage[aspect]],
                }
                for aspect in ASPECTS
            ]
            tags = Concept.objects.in_scheme("sustainability").exclude(aspect="")
            context["live_data"] = {
                "aspects": {str(pk): a for pk, a in tags.values_list("pk", "aspect")},
                "words": {state.value: str(w) for state, w in STATE_WORDS.items()},
            }
            return context
