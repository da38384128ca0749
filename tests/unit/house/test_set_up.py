import pytest

from core.set_up import STEPS, Marks, Step, fingerprint

STEP = Step("load_something")


@pytest.fixture
def root(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.json").write_text("{}")
    return tmp_path


def test_a_changed_added_or_renamed_file_changes_the_fingerprint(root):
    seen = {fingerprint(root, ["data"])}
    (root / "data" / "a.json").write_text("[]")
    seen.add(fingerprint(root, ["data"]))
    (root / "data" / "b.json").write_text("[]")
    seen.add(fingerprint(root, ["data"]))
    (root / "data" / "b.json").rename(root / "data" / "c.json")
    seen.add(fingerprint(root, ["data"]))
    assert len(seen) == 4


def test_what_python_compiles_does_not(root):
    before = fingerprint(root, ["data", "absent"])
    (root / "data" / "__pycache__").mkdir()
    (root / "data" / "__pycache__" / "a.pyc").write_text("x")
    assert fingerprint(root, ["absent", "data"]) == before


def test_marks_last_and_belong_to_one_database(tmp_path):
    path = tmp_path / "var" / "set_up.json"
    Marks(path, "one").put(STEP, "hash")
    assert Marks(path, "one").get(STEP) == "hash"
    assert Marks(path, "two").get(STEP) is None


def test_a_new_database_has_no_marks(tmp_path):
    path = tmp_path / "set_up.json"
    Marks(path, "one").put(STEP, "hash")
    Marks(path, "two").put(STEP, "hash")
    Marks(path, "one").forget()
    assert Marks(path, "one").get(STEP) is None
    assert Marks(path, "two").get(STEP) == "hash"


def test_a_broken_file_of_marks_is_as_none(tmp_path):
    path = tmp_path / "set_up.json"
    path.write_text('{"one": ')
    marks = Marks(path, "one")
    assert marks.get(STEP) is None
    marks.put(STEP, "hash")
    assert Marks(path, "one").get(STEP) == "hash"


def test_a_step_follows_only_earlier_ones():
    names = [step.command for step in STEPS]
    for number, step in enumerate(STEPS):
        assert set(step.after) <= set(names[:number])
