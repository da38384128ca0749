"""Choosing concepts in the admin: one in a dialog, many in a tree of checkboxes.

Fields that point at a concept get these by themselves (see
:func:`widget_for_field`): the field's ``limit_choices_to`` names the vocabulary.
"""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django import forms
from django.forms.widgets import Script
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.chooser import BaseChooser

from .index import ConceptIndex, IndexedConcept
from .models import Concept
from .queries import concept_index

#: In these vocabularies only one level is chosen; the others group it.
CHOSEN_LEVEL = {
    "sustainability": Concept.Level.TAG,
    "competences": Concept.Level.COMPETENCE,
}


class AdminConceptChooser(BaseChooser):
    """A button that opens a dialog with search and the tree of one vocabulary.

    ``scheme`` and ``level`` narrow what is shown; without ``scheme``, all of it.
    """

    choose_one_text = _("Choose a concept")
    choose_another_text = _("Choose another concept")
    link_to_chosen_text = _("Edit this concept")
    chooser_modal_url_name = "concept_chooser:choose"
    icon = "tag"
    model = Concept

    def __init__(self, scheme: str = "", level: str = "", **kwargs):
        super().__init__(**kwargs)
        self.scheme, self.level = scheme, level

    def get_chooser_modal_url(self):
        url = super().get_chooser_modal_url()
        narrowed = {"scheme": self.scheme, "level": self.level}
        if query := urlencode({k: v for k, v in narrowed.items() if v}):
            url += f"?{query}"
        return url


@dataclass
class TreeNode:
    """One line of the tree of checkboxes."""

    concept: IndexedConcept
    checkable: bool
    checked: bool
    narrower: list["TreeNode"] = field(default_factory=list)

    @property
    def chosen(self) -> int:
        """How many are checked here and below."""
        return self.checked + sum(node.chosen for node in self.narrower)

    @property
    def is_heading(self) -> bool:
        """Above other groups: always open, so that one click reaches a tag."""
        return any(node.narrower for node in self.narrower)

    @property
    def words(self) -> str:
        """All labels in every language, for the filter box."""
        texts = {label.text.lower() for label in self.concept.labels}
        return " | ".join(sorted(texts))


class ConceptTreeSelect(forms.SelectMultiple):
    """Many concepts of one vocabulary, as native checkboxes grouped by the tree.

    Works without JavaScript; with it, a box filters by any label in any language.
    What was chosen before and may not be chosen now is still shown, to be kept or
    taken away knowingly.
    """

    template_name = "taxonomy/widgets/concept_tree.html"
    use_fieldset = True

    def __init__(self, scheme: str, level: str | None = None, attrs=None):
        super().__init__(attrs)
        self.scheme = scheme
        self.level = CHOSEN_LEVEL.get(scheme, "") if level is None else level

    def id_for_label(self, id_):
        return ""  # A label for a whole group has no single target.

    def use_required_attribute(self, initial):
        return False

    def get_context(self, name, value, attrs):
        # Not the parent's: it would fetch every choice from the database.
        context = forms.Widget.get_context(self, name, value, attrs)
        index = concept_index()
        selected = {str(pk) for pk in value or ()}
        tree = self._nodes(index, index.roots(self.scheme), selected)
        context["tree"] = tree
        context["described_by"] = context["widget"]["attrs"].get("aria-describedby")
        context["total"] = sum(map(_count_checkable, tree))
        return context

    def _nodes(
        self, index: ConceptIndex, concepts: list[IndexedConcept], selected: set[str]
    ) -> list[TreeNode]:
        nodes = []
        for concept in concepts:
            checked = str(concept.id) in selected
            node = TreeNode(
                concept=concept,
                checked=checked,
                checkable=checked
                or (not concept.deprecated and self.level in ("", concept.level)),
                narrower=self._nodes(index, index.narrower(concept.id), selected),
            )
            if node.checkable or node.narrower:
                nodes.append(node)
        return nodes

    def value_from_datadict(self, data, files, name):
        return data.getlist(name) if hasattr(data, "getlist") else data.get(name)

    def value_omitted_from_data(self, data, files, name):
        return False  # No checked box sends nothing, and means "none".

    @property
    def media(self):
        return forms.Media(
            js=[Script("taxonomy/js/concept-tree.js", type="module")],
            css={"all": ["taxonomy/css/concepts.css"]},
        )


def _count_checkable(node: TreeNode) -> int:
    return node.checkable + sum(map(_count_checkable, node.narrower))


def widget_for_field(db_field) -> dict:
    """Form field options for a model field that points at concepts (or nothing).

    For :func:`wagtail.admin.forms.models.register_form_field_override`.
    """
    if db_field.related_model is not Concept:
        return {}
    limits = db_field.get_limit_choices_to() or {}
    scheme = limits.get("scheme__slug", "")
    if db_field.many_to_many:
        return {"widget": ConceptTreeSelect(scheme)} if scheme else {}
    level = CHOSEN_LEVEL.get(scheme, "")
    return {"widget": AdminConceptChooser(scheme=scheme, level=level)}
