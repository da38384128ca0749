"""How a project's coverage was, from when."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.coverage import ASPECTS, Coverage, State

from .records import ProjectRecord


class CoverageChangeManager(models.Manager):
    def note(self, record_id, coverage: Coverage, at=None) -> bool:
        """Write down what is public from ``at`` (now), unless it was so already."""
        last = self.filter(record=record_id).order_by("-at", "-pk").first()
        if last is not None and last.coverage == coverage:
            return False
        self.create(
            record_id=record_id,
            at=at or timezone.now(),
            **{aspect: str(state) for aspect, state in coverage.items()},
        )
        return True


def _state() -> models.CharField:
    return models.CharField(
        max_length=14, choices=[(state.value, state.value) for state in State]
    )


class CoverageChange(models.Model):
    """From ``at`` the published project covered the aspects so, until the next row.

    Drafts are no history: a row is written when a version is published. Revisions
    may be purged; these rows stay.
    """

    record = models.ForeignKey(
        ProjectRecord, models.CASCADE, related_name="coverage_changes"
    )
    at = models.DateTimeField(_("public from"))
    sociocultural = _state()
    environmental = _state()
    economic = _state()

    objects = CoverageChangeManager()

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("change of coverage")
        verbose_name_plural = _("changes of coverage")
        indexes = [models.Index(fields=["record", "at"])]

    def __str__(self):
        return f"{self.at:%Y-%m-%d}: {self.coverage}"

    @property
    def coverage(self) -> Coverage:
        return Coverage(**{aspect: State(getattr(self, aspect)) for aspect in ASPECTS})
