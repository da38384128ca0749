"""The editing form of a record's page, and panels that know what a translation is."""

from collections import defaultdict
from contextlib import suppress
from functools import partial

from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import InlinePanel, Panel
from wagtail.admin.widgets.chooser import BaseChooser


class RecordPageForm(WagtailAdminPageForm):
    """Offers facts on the source page only, and says no before publishing would.

    A draft may be saved with any problem; what was typed is never lost.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.is_source:
            for name in self.instance.fact_names():
                self.fields.pop(name, None)
                self.formsets.pop(name, None)

    @property
    def is_publishing(self) -> bool:
        return not self.is_deferred_validation and "action-publish" in self.data

    def clean(self):
        cleaned = super().clean()
        if self.is_publishing:
            for problem in self.publish_problems():
                self.add_error(None, ValidationError(problem))
        return cleaned

    def publish_problems(self) -> list[str]:
        """Of the record; what is typed here is checked by the form itself."""
        record = self.instance.record
        if record is not None:
            return record.publish_problems()
        return self.instance.record_model(label="").publish_problems()


def fetch_chosen_together(formset) -> None:
    """Fetch what the rows' choosers show with one query for each model.

    Each chooser would else fetch its own: a project with long lists would cost a
    query for each line. A queryset with ``with_labels`` brings names along too.
    """
    choosers = defaultdict(list)
    for form in formset.forms:
        for name, field in form.fields.items():
            if isinstance(field.widget, BaseChooser):
                model = field.widget.model_class
                with suppress(ValidationError):  # Posted nonsense: the field says so.
                    if value := form[name].value():
                        key = model._meta.pk.to_python(value)
                        choosers[model].append((field, key))
    for model, rows in choosers.items():
        queryset = model._default_manager.all()
        if hasattr(queryset, "with_labels"):
            queryset = queryset.with_labels()
        found = queryset.in_bulk([key for _field, key in rows])
        for field, key in rows:
            field.widget.get_instance = partial(_known, found.get(key))


def _known(instance, _value):
    return instance


class FactsInlinePanel(InlinePanel):
    """An inline panel that is absent where its formset is: on a translation."""

    class BoundPanel(InlinePanel.BoundPanel):
        def __init__(self, **kwargs):
            form, panel = kwargs["form"], kwargs["panel"]
            self.absent = form is not None and panel.relation_name not in form.formsets
            if self.absent:
                Panel.BoundPanel.__init__(self, **kwargs)
            else:
                if form is not None:
                    fetch_chosen_together(form.formsets[panel.relation_name])
                super().__init__(**kwargs)

        def is_shown(self):
            return not self.absent


class SourceNoticePanel(Panel):
    """On a translation: where the facts are."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "core/admin/source_notice.html"

        def is_shown(self):
            return bool(self.instance and not self.instance.is_source)

        def show_panel_furniture(self):
            return False

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            context["source"] = self.instance.facts
            return context
