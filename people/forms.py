"""The editing form of a profile, and what every record's form asks of concepts."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.record_forms import RecordPageForm
from people.choices import OFFERS, SPOKEN
from taxonomy.models import Concept


class ConceptFactsForm(RecordPageForm):
    """Deprecated concepts may stay where they are, but are not newly chosen.

    The vocabulary itself is kept by the fields' ``limit_choices_to``.
    """

    def clean(self):
        cleaned = super().clean()
        for form in (self, *self._rows()):
            for name, value in list(getattr(form, "cleaned_data", {}).items()):
                chosen = set(_concepts(value))
                kept = {concept.pk for concept in _concepts(form.initial.get(name))}
                new = [
                    concept
                    for concept in chosen
                    if concept.status == Concept.Status.DEPRECATED
                    and concept.pk not in kept
                    and concept.pk != form.initial.get(name)
                ]
                if new:
                    form.add_error(name, _deprecated(new))
        return cleaned

    def _rows(self):
        for formset in self.formsets.values():
            formset.is_valid()
            deleted = set(map(id, getattr(formset, "deleted_forms", ())))
            yield from (form for form in formset.forms if id(form) not in deleted)


def _concepts(value):
    """The concepts in a cleaned value: one, many, or none."""
    if isinstance(value, Concept):
        return [value]
    if getattr(value, "model", None) is Concept:
        return list(value)
    if isinstance(value, list):
        return [item for item in value if isinstance(item, Concept)]
    return []


def _deprecated(concepts):
    names = ", ".join(str(concept) for concept in concepts)
    return ValidationError(
        _("No longer in use: %(names)s. Choose what replaces it.") % {"names": names}
    )


class PersonPageForm(ConceptFactsForm):
    """A profile: what one offers and speaks are boxes to tick."""

    offers = forms.MultipleChoiceField(
        label=_("offers"),
        choices=list(OFFERS.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    languages = forms.MultipleChoiceField(
        label=_("languages"),
        choices=list(SPOKEN.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
