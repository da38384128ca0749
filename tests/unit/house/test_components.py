import pytest

from tests.components import real_data, require


def test_what_is_there_is_returned(monkeypatch):
    monkeypatch.setenv("CI", "true")
    assert require("/bin/sh", "A shell", "Install one.") == "/bin/sh"


@pytest.mark.parametrize(
    ("ci", "outcome"), [("", pytest.skip.Exception), ("true", pytest.fail.Exception)]
)
def test_what_is_missing_skips_here_and_fails_in_ci(monkeypatch, ci, outcome):
    monkeypatch.setenv("CI", ci)
    with pytest.raises(outcome, match=r"A shell is missing\. Install one\."):
        require(None, "A shell", "Install one.")


def test_real_data_is_never_required(monkeypatch, settings, tmp_path):
    monkeypatch.setenv("CI", "true")
    settings.REAL_DATA = tmp_path
    with pytest.raises(pytest.skip.Exception, match="REAL_DATA"):
        real_data("projects.json")
    (tmp_path / "projects.json").write_text("[]")
    assert real_data("projects.json") == tmp_path / "projects.json"
