"""What every test may count on."""

import pytest
from django.conf import settings
from django.utils import translation

from core.translations import compile_catalogues
from development import elasticsearch
from tests.components import ROOT


def pytest_configure(config):
    """Tests read the site's texts as visitors do: from compiled catalogues."""
    compile_catalogues(ROOT / "locale")


@pytest.fixture(autouse=True)
def in_the_first_language():
    """Each test begins in the site's language: a request leaves its own behind."""
    translation.activate(settings.LANGUAGE_CODE)
    yield
    translation.deactivate()


def pytest_sessionstart(session):
    if not hasattr(session.config, "workerinput"):
        session.config.elasticsearch_was_up = elasticsearch.is_up()


def pytest_sessionfinish(session):
    """The process above all others ends the server that one of them has started."""
    if not getattr(session.config, "elasticsearch_was_up", True):
        elasticsearch.stop()
