import stat

import pytest

from config.bootstrap import ensure_secret_key


def value(path, name):
    lines = dict(line.split("=", 1) for line in path.read_text().split())
    return lines[name]


def test_a_fresh_clone_gets_a_long_key_that_others_cannot_read(tmp_path):
    path = tmp_path / ".env"
    assert ensure_secret_key(path)
    assert len(value(path, "SECRET_KEY")) >= 50
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_two_clones_get_two_keys(tmp_path):
    for name in "ab":
        ensure_secret_key(tmp_path / name)
    assert value(tmp_path / "a", "SECRET_KEY") != value(tmp_path / "b", "SECRET_KEY")


def test_a_key_that_is_there_stays(tmp_path):
    path = tmp_path / ".env"
    path.write_text("SECRET_KEY='kept'\n")
    assert not ensure_secret_key(path)
    assert path.read_text() == "SECRET_KEY='kept'\n"


@pytest.mark.parametrize(
    "text", ["DEBUG=1", "DEBUG=1\n", "SECRET_KEY=\nDEBUG=1\n", 'SECRET_KEY=""\nDEBUG=1']
)
def test_the_other_lines_stay(tmp_path, text):
    path = tmp_path / ".env"
    path.write_text(text)
    assert ensure_secret_key(path)
    assert value(path, "DEBUG") == "1"
    assert len(value(path, "SECRET_KEY")) >= 50
    assert path.read_text().count("SECRET_KEY") == 1
