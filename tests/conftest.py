"""What every test may count on."""

from core.translations import compile_catalogues
from tests.components import ROOT


def pytest_configure(config):
    """Tests read the site's texts as visitors do: from compiled catalogues."""
    compile_catalogues(ROOT / "locale")
