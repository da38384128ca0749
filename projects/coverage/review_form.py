"""What a reviewer is asked: why an aspect is missing, or why it may stay unsaid."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.forms import TaskStateCommentForm

from projects.models.gaps import LONGEST, gap_fields
from taxonomy.models import Aspect
from taxonomy.queries import concept_index

from .due import is_explanation_due

_LANGUAGES = {
    "sv": _("Why %(aspect)s is missing (Swedish)"),
    "en": _("Why %(aspect)s is missing (English)"),
}


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea({"rows": rows})


class CoverageReviewForm(TaskStateCommentForm):
    """Approving a project (:class:`~projects.models.ProjectPage`, as it would be
    published; ``None`` asks nothing).

    An explanation that is due must be given, or a reason to do without. Before it
    is due it may be given.
    """

    def __init__(self, *args, page=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.page = page
        self.asked = page.unexplained() if page is not None else ()
        self.is_due = bool(self.asked) and is_explanation_due(page, concept_index())
        comment = self.fields.pop("comment")
        comment.label = _("Comment")  # Wagtail's own is English, whoever reads.
        for aspect in self.asked:
            name = str(Aspect(aspect).label).lower()
            for field, label in zip(
                gap_fields(aspect), _LANGUAGES.values(), strict=True
            ):
                self.fields[field] = forms.CharField(
                    label=label % {"aspect": name},
                    max_length=LONGEST,
                    required=False,
                    widget=_area(2),
                )
        if self.is_due:
            self.fields["override"] = forms.CharField(
                label=_("Or: why it may be approved without an explanation"),
                help_text=_("Kept in the page's history with your name."),
                max_length=LONGEST,
                required=False,
                widget=_area(2),
            )
        self.fields["comment"] = comment

    def clean(self):
        cleaned = super().clean()
        if self.is_due and not cleaned.get("override"):
            for aspect in self.unexplained(cleaned):
                field = gap_fields(aspect)[0]
                if field not in self.errors:
                    self.add_error(
                        field,
                        _("Write why it is missing, or give a reason further down."),
                    )
        return cleaned

    def unexplained(self, cleaned: dict) -> list[str]:
        """The aspects that are asked of and still have no words."""
        return [
            aspect
            for aspect in self.asked
            if not any(cleaned.get(field) for field in gap_fields(aspect))
        ]

    def explanations(self) -> dict[str, str]:
        """What was written, by the page's fields."""
        return {
            field: self.cleaned_data[field]
            for aspect in self.asked
            for field in gap_fields(aspect)
            if self.cleaned_data.get(field)
        }
