"""Reading judged queries: every row that is wrong is named, with the reason."""

import json

import pytest

from search.evaluation.judged import Judged, NotJudged, read_judged

ROW = {"query": "regn", "lang": "sv", "relevant": {"a": 3}}


@pytest.fixture
def written(tmp_path):
    def write(*rows):
        path = tmp_path / "judged.jsonl"
        lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    return write


def test_rows_are_read_in_order(written):
    whole = ROW | {"query": "snö", "type": "person", "kind": "name", "set": "tune"}
    assert read_judged(written(ROW, "", whole)) == [
        Judged("regn", "sv", {"a": 3}, type="", kind="", set="report"),
        Judged("snö", "sv", {"a": 3}, type="person", kind="name", set="tune"),
    ]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("{", "Row 1: "),
        ("[]", "is not an object"),
        ({"query": "regn"}, "lacks lang, relevant"),
        (ROW | {"grade": 3}, "unknown grade"),
        (ROW | {"query": " "}, "query is not a text"),
        (ROW | {"kind": 3}, "kind is not a text"),
        (ROW | {"lang": "de"}, "lang is 'de'"),
        (ROW | {"type": "projects"}, "type is 'projects'"),
        (ROW | {"set": "test"}, "set is 'test'"),
        (ROW | {"relevant": {}}, "at least one"),
        (ROW | {"relevant": ["a"]}, "not an object with"),
        (ROW | {"relevant": {"a": 4}}, "the grade of 'a' is 4"),
        (ROW | {"relevant": {"a": True}}, "the grade of 'a' is True"),
        (ROW | {"relevant": {"a": "3"}}, "the grade of 'a' is '3'"),
    ],
)
def test_what_is_wrong_is_said(written, row, problem):
    with pytest.raises(NotJudged) as raised:
        read_judged(written(row))
    (said,) = raised.value.problems
    assert said.startswith("Row 1: ")
    assert problem in said


def test_every_wrong_row_is_named(written):
    path = written(ROW, "{", ROW | {"lang": "de"}, ROW | {"query": "REGN"})
    with pytest.raises(NotJudged) as raised:
        read_judged(path)
    first, second, third = raised.value.problems
    assert first.startswith("Row 2: ")
    assert second.startswith("Row 3: ")
    assert third == "Row 4: asks the same as row 1"


def test_the_same_words_for_another_type_or_language_are_another_query(written):
    path = written(ROW, ROW | {"lang": "en"}, ROW | {"type": "person"})
    assert len(read_judged(path)) == 3


def test_a_file_without_queries_is_an_error(written, tmp_path):
    (tmp_path / "latin").write_bytes(b"\xe5")
    for path in (written(""), tmp_path / "missing", tmp_path / "latin", tmp_path):
        with pytest.raises(NotJudged):
            read_judged(path)
