"""House rules that no other tool checks."""

import subprocess

import pytest

from tests.components import ROOT

SAYS_NOTHING = {"utils.py", "helpers.py", "services.py"}
TRACKED = [
    ROOT / name
    for name in subprocess.run(
        ["git", "ls-files"],  # noqa: S607
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.splitlines()
]  # fmt: skip
SOURCES = [path for path in TRACKED if path.suffix == ".py" and path.exists()]
TEMPLATES = [path for path in TRACKED if path.suffix == ".html" and path.exists()]


def test_site_is_a_folder_to_import_from_and_not_a_package():
    assert not (ROOT / "site" / "__init__.py").exists()
    assert (ROOT / "site" / "core" / "__init__.py").exists()


def test_files_are_named_for_what_they_hold():
    assert [path for path in SOURCES if path.name in SAYS_NOTHING] == []


def test_files_stay_small():
    long = {
        str(path.relative_to(ROOT)): length
        for path in SOURCES
        if "migrations" not in path.parts
        and (length := len(path.read_text().splitlines())) > 300
    }
    assert long == {}


@pytest.mark.parametrize("mark", [" style=", "<style>", " onclick=", "javascript:"])
def test_templates_hold_no_inline_style_or_script(mark):
    found = [path for path in TEMPLATES if mark in path.read_text()]
    assert found == []
