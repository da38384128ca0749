"""Theme pages: an aspect of sustainability, introduced and filled from its tags."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from core.pages import BasePage
from home.front_page import projects_tagged
from projects.coverage import ASPECTS
from taxonomy.models import Aspect, Concept

from .pages import TextPage

COUNTED = [(aspect, Aspect(aspect).label) for aspect in ASPECTS]


class ThemePage(TextPage):
    """An editor's introduction to an aspect, with its themes and projects."""

    aspect = models.CharField(_("aspect"), max_length=16, choices=COUNTED)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("aspect"),
        FieldPanel("image"),
        FieldPanel("body"),
    ]
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    template = "pages/theme.html"

    class Meta:
        verbose_name = _("theme page")

    def get_context(self, request, *args, **kwargs):
        """``themes``: the aspect's themes; ``projects``: the newest with its tags."""
        context = super().get_context(request, *args, **kwargs)
        concepts = list(
            Concept.objects.in_scheme("sustainability")
            .active()
            .filter(aspect=self.aspect)
            .with_labels()
        )
        return context | {
            "themes": [
                concept for concept in concepts if concept.level == Concept.Level.THEME
            ],
            "projects": projects_tagged([concept.pk for concept in concepts]),
        }
