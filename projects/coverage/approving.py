"""Approving from the editor's page, where what is approved is what is typed there.

The dialog asked of the version that was saved; the form may have lost a claim since.
"""

import json
from types import SimpleNamespace

from taxonomy.queries import concept_index

from .due import is_explanation_due
from .explaining import unexplained
from .states import ASPECTS, Claim, coverage_of


class _Rows(list):
    """A form's rows, read like a relation's."""

    def all(self):
        return self


def is_approving(form) -> bool:
    """Whether the page's form was posted to approve a review of the aspects."""
    if not form.data.get("action-workflow-action"):
        return False
    task = form.instance.current_workflow_task
    return form.data.get("workflow-action-name") == "approve" and getattr(
        task, "asks_for_gaps", False
    )


def left_unexplained(form, rows: dict[str, list]) -> tuple[str, ...]:
    """The aspects that the typed version, with the dialog's answers, must still
    explain. ``rows``: instances of the kept rows by relation."""
    typed, answers = form.cleaned_data, _answers(form)
    facts = SimpleNamespace(
        procedure=typed.get("procedure"),
        status=typed.get("status"),
        start=typed.get("start") or "",
        phase_periods=_Rows(rows["phase_periods"]),
    )
    concepts = concept_index()
    if answers.get("override") or not is_explanation_due(facts, concepts):
        return ()
    coverage = coverage_of(
        [
            Claim(tag.aspect, bool(claim.evidence))
            for claim in rows["claims"]
            if (tag := concepts.get(claim.tag_id)) is not None
        ],
        [exemption.aspect for exemption in rows["exemptions"]],
    )
    said = [
        aspect
        for aspect in ASPECTS
        for field in (f"gap_{aspect}_sv", f"gap_{aspect}_en")
        if typed.get(field) or answers.get(field)
    ]
    return unexplained(coverage, said)


def _answers(form) -> dict:
    try:
        answers = json.loads(form.data.get("workflow-action-extra-data") or "{}")
    except ValueError:
        return {}
    return answers if isinstance(answers, dict) else {}
