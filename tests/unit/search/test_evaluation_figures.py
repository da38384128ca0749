"""From outcomes to figures, and what changed since an earlier report."""

import pytest

from search.evaluation.figures import Moved, as_json, by_kind, figures_of, moved
from search.evaluation.judged import Judged
from search.evaluation.running import Outcome, Shown
from search.evaluation.showing import compared, table, worst


def outcome(query, found, relevant, kind="", **values):
    shown = tuple(Shown(name, "project", f"Title {name}") for name in found)
    judged = Judged(query, "sv", relevant, kind=kind, **values)
    return Outcome(judged, shown, len(found))


PERFECT = outcome("ett", ["a"], {"a": 1}, kind="name")
HALF = outcome("två", ["x", "a"], {"a": 1, "b": 1}, kind="word")
EMPTY = outcome("tre", [], {"a": 3, "b": 2, "c": 1}, kind="word")


def test_the_means():
    figures = figures_of([PERFECT, HALF, EMPTY])
    assert figures.queries == 3
    assert figures.mrr == pytest.approx((1 + 0.5 + 0) / 3)
    assert figures.recall == pytest.approx((1 + 0.5 + 0) / 3)
    assert figures.nothing == pytest.approx(1 / 3)
    assert figures.ndcg == pytest.approx((1 + HALF.ndcg) / 3)
    with pytest.raises(ValueError, match="No outcomes"):
        figures_of([])


def test_kinds_stand_after_all_and_only_if_there_are_several():
    assert list(by_kind([EMPTY, PERFECT])) == ["all", "name", "word"]
    assert by_kind([EMPTY, PERFECT])["name"].ndcg == 1
    assert list(by_kind([EMPTY, HALF])) == ["all"]


def test_what_is_missing_comes_with_the_best_first():
    assert EMPTY.missing == ["a", "b", "c"]
    assert HALF.missing == ["b"]
    assert PERFECT.missing == []


def test_what_moved():
    before = as_json([PERFECT, HALF, outcome("fyra", ["a"], {"a": 1})])
    after = as_json(
        [
            outcome("ett", ["x"], {"a": 1}),
            outcome("två", ["a", "b"], {"a": 1, "b": 1}),
            outcome("fyra", ["a"], {"a": 1}),
            outcome("fem", ["a"], {"a": 1}),
        ]
    )
    assert moved(before, after) == [
        Moved("ett", 1.0, 0.0),
        Moved("två", round(HALF.ndcg, 4), 1.0),
    ]
    lines = "\n".join(compared(before, after))
    assert "(4 queries, earlier 3)" in lines
    assert lines.index("Worse:") < lines.index("ett") < lines.index("Better:")


def test_nothing_moved_between_two_equal_reports():
    report = as_json([PERFECT, HALF])
    lines = list(compared(report, report))
    assert "nDCG@10 +0.000" in lines[0]
    assert not {"Worse:", "Better:"}.intersection(lines)


def test_the_table_has_a_row_for_each_kind():
    lines = list(table(as_json([PERFECT, EMPTY])["figures"], "embedded"))
    assert [line.split()[0] for line in lines] == ["embedded", "all", "name", "word"]
    assert lines[1].split()[1:] == ["2", "0.500", "0.500", "0.500", "50.0%"]


def test_the_worst_show_what_was_found_instead():
    lines = list(worst([PERFECT, HALF, EMPTY], 2))
    assert lines[0] == "0.000  tre  (sv)"
    assert lines[1].strip() == "nothing found"
    assert lines[3].endswith("två  (sv)")
    assert lines[4].split() == ["0", "Title", "x", "(project)"]
    # What another query found has a title to be known by.
    assert lines[2].strip() == "not among the first: Title a, b, c"
