"""Forms in which editors change the vocabularies."""

from collections import Counter

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from .models import Concept, Label
from .widgets import AdminConceptChooser


class ConceptForm(WagtailAdminModelForm):
    """A concept with its labels. What is saved here is the editor's: the loader
    leaves it alone from then on."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            return
        # Pages, data files and other installations refer to these two.
        self.fields["scheme"].disabled = True
        self.fields["notation"].disabled = True
        same_scheme = AdminConceptChooser(scheme=self.instance.scheme.slug)
        for name in ("broader", "replaced_by"):
            self.fields[name].widget = same_scheme

    def is_valid(self):
        return super().is_valid() and self._labels_are_right()

    def _labels_are_right(self) -> bool:
        labels = [
            form.cleaned_data
            for form in self.formsets["labels"].forms
            if form.cleaned_data and not form.cleaned_data.get("DELETE")
        ]
        preferred = Counter(
            label["language"] for label in labels if label["kind"] == Label.Kind.PREF
        )
        if not preferred["sv"]:
            self.add_error(None, _("Give the concept a preferred name in Swedish."))
        if any(number > 1 for number in preferred.values()):
            self.add_error(
                None, _("A concept has only one preferred name in each language.")
            )
        return not self.errors

    def save(self, commit=True):
        self.instance.edited = True
        return super().save(commit)


class DeprecateForm(forms.Form):
    """Which concept takes over, if any."""

    replaced_by = forms.ModelChoiceField(
        label=_("Replaced by"),
        queryset=Concept.objects.none(),
        required=False,
        help_text=_("Whoever follows a link to the old concept is told of this one."),
    )

    def __init__(self, *args, concept: Concept, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["replaced_by"]
        field.queryset = (
            Concept.objects.active()
            .filter(scheme=concept.scheme)
            .exclude(pk=concept.pk)
        )
        field.widget = AdminConceptChooser(
            scheme=concept.scheme.slug, level=concept.level
        )
