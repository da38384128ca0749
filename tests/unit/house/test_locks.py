"""The lock files install anywhere, and only what was locked."""

import re

import pytest

from tests.components import ROOT

LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


def requirements(path) -> list[str]:
    """The file's requirements, each with its hashes, on one line."""
    return path.read_text().replace("\\\n", " ").splitlines()


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_every_package_has_one_version_and_hashes(path):
    lines = requirements(path)
    assert len(lines) > 40
    for line in lines:
        assert re.match(r"[a-z0-9.-]+==[^ ]+ .*--hash=sha256:[0-9a-f]{64}", line)


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_no_package_index_is_named(path):
    assert "://" not in path.read_text()
    assert not re.search(r"^\s*-(-index|-extra|-find|i )", path.read_text(), re.M)


def test_tests_run_on_what_production_runs_on():
    def pinned(name):
        lines = requirements(ROOT / "requirements" / name)
        return {line.split("--hash")[0].strip() for line in lines}

    assert pinned("base.txt") < pinned("production.txt") < pinned("dev.txt")
