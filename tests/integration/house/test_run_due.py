from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from core.management.commands import run_due
from tests.factories.tree import build_tree

pytestmark = pytest.mark.django_db


def test_what_has_expired_is_taken_down():
    tree = build_tree()
    page = tree.project("Torget")
    page.expire_at = timezone.now() - timedelta(minutes=1)
    page.save()

    call_command("run_due")

    page.refresh_from_db()
    assert not page.live


def test_a_failing_step_does_not_stop_the_next(monkeypatch):
    called = []

    def call(name, *arguments, **options):
        called.append(name)
        if name == "publish_scheduled":
            raise RuntimeError(name)

    monkeypatch.setattr(run_due, "call_command", call)
    run_due.Command().handle()

    assert called == [name for name, *_arguments in run_due.DUE]
