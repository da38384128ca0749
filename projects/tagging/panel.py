"""Suggested tags beside the form: of the saved text, and on asking of what is typed."""

from django.forms import Media
from django.forms.widgets import Script
from django.urls import reverse
from wagtail.admin.panels import Panel

from taxonomy.queries import concept_index
from taxonomy.recognition import recogniser

from .suggesting import suggest_tags
from .texts import texts_of


class SuggestedTagsPanel(Panel):
    """Boxes to tick; a ticked one becomes a tag when the page is saved."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "projects/admin/suggested_tags.html"

        def is_shown(self):
            return bool(self.instance and self.instance.is_source)

        @property
        def media(self):
            return Media(
                js=[Script("projects/suggested-tags.js", type="module")],
                css={"all": ["projects/suggested-tags.css"]},
            )

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            page = self.instance
            tagged = {tag.pk for tag in page.tags.all()}
            tagged |= {claim.tag_id for claim in page.claims.all()}
            context["suggestions"] = suggest_tags(
                texts_of(page),
                recogniser=recogniser(),
                concepts=concept_index(),
                tagged=tagged,
            )
            # Boxes that were ticked in a form that came back with an error.
            data = self.form.data
            ticked = data.getlist("accepted_tags") if hasattr(data, "getlist") else ()
            context["ticked"] = [int(pk) for pk in ticked if pk.isdecimal()]
            context["address"] = reverse("suggested_tags")
            return context
