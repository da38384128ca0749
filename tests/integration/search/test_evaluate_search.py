"""``evaluate_search``: what it asks, what it says, and when it will not measure."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from projects.models import CaseNumber
from search.engines import EngineUnavailable
from search.engines.database import DatabaseEngine
from search.evaluation.judged import Judged
from search.evaluation.running import engine_at, run
from taxonomy.models import Scheme

pytestmark = pytest.mark.django_db


@pytest.fixture
def filled(tree, delivered):
    for number, title in (("1", "Regnbädd"), ("2", "Snö"), ("3", "Regn och snö")):
        page = tree.project(title)
        CaseNumber.objects.create(page=page, registry="VR", number=f"2010-{number}")
        page.save()
    tree.person("Regn Testsson")
    delivered()


@pytest.fixture
def judged(tmp_path):
    rows = [
        {"query": "regn", "relevant": {"2010-3_VR": 3}, "type": "project"},
        {"query": "snö", "relevant": {"2010-2_VR": 3, "2010-3_VR": 1}, "kind": "short"},
        {"query": "hagel", "relevant": {"2010-1_VR": 1}, "set": "tune"},
    ]
    path = tmp_path / "judged.jsonl"
    lines = (json.dumps({"lang": "sv", **row}) for row in rows)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def evaluate(*args, **options) -> str:
    said = StringIO()
    call_command("evaluate_search", *args, verbosity=0, stdout=said, **options)
    return said.getvalue()


def test_the_outcome_is_what_the_reader_sees(filled):
    queries = [
        Judged("regn", "sv", {"2010-3_VR": 3}, type="project"),
        Judged("regn", "sv", {"2010-3_VR": 3}, type="person"),
        Judged("hagel", "en", {"2010-3_VR": 3}),
    ]
    first, narrowed, nothing = run(queries)
    assert first.ranking[0] == "2010-3_VR"
    assert {hit.type for hit in first.shown} == {"project"}
    assert [hit.title for hit in narrowed.shown] == ["Regn Testsson"]
    assert (nothing.shown, nothing.total) == ((), 0)


def test_a_report_and_what_changed_since(filled, judged, tmp_path):
    report = tmp_path / "report.json"
    said = evaluate(judged, json=report, worst=1)
    assert "nDCG@10" in said
    assert "The worst:\n0.000  hagel" in said
    engine = json.loads(report.read_text(encoding="utf-8"))["engines"]["database"]
    assert engine["figures"]["all"]["queries"] == 3
    assert engine["figures"]["all"]["nothing"] == pytest.approx(1 / 3, abs=1e-4)
    assert [row["query"] for row in engine["queries"]] == ["regn", "snö", "hagel"]
    said = evaluate(judged, compare=report, set="report", engine=["database://"])
    assert "(2 queries, earlier 3)" in said
    assert "nothing -0.333" in said


def test_an_engine_that_fails_is_no_empty_answer(filled, judged, monkeypatch):
    def fail(*args, **options):
        raise EngineUnavailable("gone")

    monkeypatch.setattr(DatabaseEngine, "search", fail)
    with pytest.raises(CommandError, match="does not answer"):
        evaluate(judged)


def test_what_cannot_be_measured_is_said(filled, judged, tmp_path):
    for arguments, options, reason in (
        ([tmp_path / "none"], {}, "No such file"),
        ([judged], {"compare": judged}, "not an earlier report"),
        ([judged], {"json": tmp_path / "none" / "report"}, "folder of the report"),
        ([tmp_path / "none"], {"subjects": True}, "REAL_DATA"),
        ([judged], {"subjects": True}, "JSON"),
    ):
        with pytest.raises(CommandError, match=reason):
            evaluate(*arguments, **options)


def test_an_empty_index_is_said(db, judged):
    with pytest.raises(CommandError, match="rebuild_search"):
        evaluate(judged)


def test_the_setting_of_the_engine_comes_back(settings):
    own = settings.SEARCH_URL
    with pytest.raises(ZeroDivisionError), engine_at("other://"):
        assert settings.SEARCH_URL == "other://"
        raise ZeroDivisionError
    assert own == settings.SEARCH_URL


def test_subjects_are_the_queries(filled, settings, tmp_path):
    settings.REAL_DATA = tmp_path
    rows = [
        {"projectId": "2010-1_VR", "scbs": "¤¤¤ 1: Regn, Rain"},
        {"projectId": "2010-3_VR", "scbs": "¤¤¤ 2: Snö, Snow"},
    ]
    (tmp_path / "swecris_projects.json.gz").write_text(json.dumps(rows))
    report = tmp_path / "report.json"
    evaluate(subjects=True, json=report)
    engine = json.loads(report.read_text(encoding="utf-8"))["engines"]["database"]
    asked = [(row["query"], row["type"], row["kind"]) for row in engine["queries"]]
    assert asked == [("Regn", "project", "subject"), ("Snö", "project", "subject")]
    # A site that was told the subjects has the answers already.
    scheme = Scheme.objects.create(slug="subjects", title_sv="Ämnen")
    scheme.concepts.create(notation="1")
    with pytest.raises(CommandError, match="without-subjects"):
        evaluate(subjects=True)
