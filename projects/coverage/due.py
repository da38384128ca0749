"""Whether a page's project must explain its gaps today: from its facts."""

from django.utils import timezone

from projects.plan_process import Period
from taxonomy.index import ConceptIndex

from .explaining import first_comment_order, is_plan_due, is_project_due


def is_plan(facts) -> bool:
    return bool(facts.procedure or facts.phase_periods.all())


def periods_of(facts, concepts: ConceptIndex) -> list[Period]:
    """The plan's phases as the rules read them (no query once the rows are read)."""
    order = {concept.id: n for n, concept in enumerate(concepts.roots("phases"))}
    periods = []
    for row in facts.phase_periods.all():
        phase = concepts.get(row.phase_id)
        periods.append(
            Period(
                phase=phase.notation,
                order=order.get(phase.id, len(order)),
                name=phase.name.text,
                lang=phase.name.lang,
                public_input=bool(phase.details.get("public_input")),
                starts=row.starts,
                ends=row.ends,
                checked_on=row.checked_on,
                comment_url=row.comment_url,
                source_url=row.source_url,
            )
        )
    return periods


def is_explanation_due(facts, concepts: ConceptIndex) -> bool:
    """From consultation on, or since the work began: see :mod:`.explaining`."""
    today = timezone.localdate()
    if is_plan(facts):
        return is_plan_due(
            periods_of(facts, concepts),
            consultation=first_comment_order(
                phase.details for phase in concepts.roots("phases")
            ),
            status=facts.status,
            today=today,
        )
    return is_project_due(status=facts.status, start=facts.start, today=today)
