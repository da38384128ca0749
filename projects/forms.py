"""The editing form of a project."""

from django import forms
from django.utils.translation import gettext_lazy as _

from people.forms import ConceptFactsForm
from taxonomy.models import Concept

from .coverage.approving import is_approving, left_unexplained


class ProjectPageForm(ConceptFactsForm):
    """A number that stands elsewhere is said at its row, for drafts too.

    ``accepted_tags`` are suggestions that the editor ticked; they become tags.
    """

    accepted_tags = forms.ModelMultipleChoiceField(
        queryset=Concept.objects.all(),
        limit_choices_to={
            "scheme__slug": "sustainability",
            "level": Concept.Level.TAG,
            "status": Concept.Status.ACTIVE,
        },
        required=False,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.is_source:
            del self.fields["accepted_tags"]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("accepted_tags") and "tags" in cleaned:
            chosen = {
                tag.pk for name in ("tags", "accepted_tags") for tag in cleaned[name]
            }
            cleaned["tags"] = Concept.objects.filter(pk__in=chosen)
        formset = self.formsets.get("case_numbers")
        if formset is not None:
            self._check_case_numbers(formset)
        exemptions = self.formsets.get("exemptions")
        if exemptions is not None:
            self._check_exemptions(exemptions)
            if is_approving(self):
                self._check_gaps()
        return cleaned

    def _check_case_numbers(self, formset):
        forms = {id(form.instance): form for form in _kept(formset)}
        rows = [form.instance for form in forms.values()]
        for row, message in self.instance.duplicates_among(rows):
            forms[id(row)].add_error("number", message)

    def _check_gaps(self):
        rows = {
            name: [form.instance for form in _kept(self.formsets[name])]
            for name in ("claims", "exemptions", "phase_periods")
        }
        for aspect in left_unexplained(self, rows):
            self.add_error(
                f"gap_{aspect}_sv",
                _("Write why this aspect is missing, then approve again."),
            )

    def _check_exemptions(self, formset):
        seen = set()
        for form in _kept(formset):
            aspect = form.cleaned_data.get("aspect")
            if aspect in seen:
                form.add_error("aspect", _("This aspect stands twice."))
            seen.add(aspect)
            if not form.cleaned_data.get("reason_sv") and not form.cleaned_data.get(
                "reason_en"
            ):
                form.add_error("reason_sv", _("Say why the aspect does not apply."))


def _kept(formset):
    """The valid forms of a formset that are not marked for deletion."""
    formset.is_valid()
    deleted = set(map(id, getattr(formset, "deleted_forms", ())))
    return [
        form
        for form in formset.forms
        if id(form) not in deleted and form.is_valid() and form.cleaned_data
    ]
