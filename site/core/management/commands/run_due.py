"""``manage.py run_due``: everything that waits for a time. Run it each minute."""

import logging

from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand

logger = logging.getLogger(__name__)

#: Commands of the apps above, looked up when they run; each may run twice
#: without doing harm.
DUE: tuple[tuple[str, ...], ...] = (
    ("publish_scheduled",),
    ("deliver_search",),
    ("forget_demand",),
    ("forget_messages",),
    ("prune_db_task_results", "--backend=background", "--queue-name=*"),
)


class Command(BaseCommand):
    """Publishes and unpublishes what is scheduled, delivers what search has not
    yet seen, and forgets old counts of queries, old messages and old results of
    background work.

    One failing step never stops the others; it is logged, and tried again the
    next minute.
    """

    help = "Do what is due now: scheduled publishing, the search's changes, tidying."

    def handle(self, *args, **options):
        installed = get_commands()
        for name, *arguments in DUE:
            if name not in installed:
                continue
            try:
                call_command(name, *arguments, stdout=self.stdout, verbosity=0)
            except Exception:
                logger.exception("run_due: %s failed", name)
