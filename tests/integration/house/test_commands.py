import json
from io import StringIO

import pytest
from django.core.management import call_command, get_commands

from core.set_up import STEPS
from taxonomy.models import Scheme

pytestmark = pytest.mark.django_db


@pytest.fixture
def var(settings, tmp_path):
    """A clone's own folder for what it makes."""
    settings.VAR = tmp_path / "var"
    settings.STATICFILES_DIRS = [("fonts", tmp_path / "var" / "fonts")]
    settings.MEDIA_ROOT = tmp_path / "var" / "media"
    return settings.VAR


def set_up() -> str:
    out = StringIO()
    call_command("set_up", no_demo=True, stdout=out)
    return out.getvalue()


def test_set_up_does_what_is_due_and_then_nothing(var):
    first = set_up()
    assert "load_vocabulary" in first
    assert Scheme.objects.exists()
    assert set_up() == ""


def test_set_up_goes_on_where_a_step_is_due_again(var):
    set_up()
    path = var / "set_up.json"
    marks = json.loads(path.read_text())
    for steps in marks.values():
        steps["load_vocabulary"] = "of older data"
    path.write_text(json.dumps(marks))
    assert "load_vocabulary" in set_up()


def test_every_step_is_a_command_of_the_project():
    assert {step.command for step in STEPS} <= set(get_commands())
