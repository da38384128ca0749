from django.utils.translation import gettext_lazy as _

from core.records import Record


class ProjectRecord(Record):
    """A project: what its pages, needs' states, logs and imports refer to."""

    page_model = "projects.ProjectPage"

    class Meta(Record.Meta):
        verbose_name = _("project")
        verbose_name_plural = _("projects")
