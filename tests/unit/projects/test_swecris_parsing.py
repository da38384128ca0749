import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from projects.importers.swecris.parsing import parse_row
from projects.importers.swecris.rows import ParsedRow
from tests.factories.swecris import ORCID, swecris_row

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(alphabet=st.characters()),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


def test_a_complete_row():
    parsed = parse_row(swecris_row())
    row = parsed.row
    assert (parsed.refusal, parsed.notes) == ("", ())
    assert (row.number, row.registry) == ("2099-00001", "Provfonden")
    assert (row.start, row.end) == ("2011-01-01", "2012-12-31")
    assert (row.amount, row.year, row.award) == (500_000, 2011, "Projektbidrag")
    assert [text.lang for text in row.texts] == ["sv", "en"]
    assert row.texts[0].purpose == "<p>Att prova dagvatten. Och mer därtill.</p>"
    assert row.texts[0].results == "<p>Mindre <b>vatten</b>.</p>"
    assert row.texts[1].approach == "<p>With a bucket.</p>"
    assert row.coordinator.number == "2120009999"
    assert [subject.code for subject in row.subjects[0]] == ["2", "201", "20107"]
    assert row.subjects[0][2].name_en == "Water Engineering"


def test_people_of_the_export_with_empty_fields():
    first, second = parse_row(swecris_row()).row.people
    assert (first.key, first.name, first.orcid) == ("9000001", "Prova Testsson", ORCID)
    assert (second.name, second.orcid) == ("Hitta Påhitt", "")
    assert (second.role_sv, second.role_en) == ("Projektdeltagare", "Co-Investigator")


def test_lists_of_the_interface_and_no_gender_anywhere():
    row = swecris_row(
        involvedPeople=None,
        peopleList=[
            {
                "personId": 9000003,
                "fullName": "Låtsas Person",
                "orcId": "0000-0002-1825-0098",
                "roleEn": "Co-Investigator",
                "roleSv": "Projektdeltagare",
                "gender": "KÖNSUPPGIFT",
            }
        ],
        scbs=[
            {
                "scb5Id": "20107",
                "scb5NameSv": "Vattenteknik",
                "scb3Id": "201",
                "scb3NameSv": "Samhällsbyggnadsteknik",
                "scb1Id": "2",
                "scb1NameSv": "Teknik",
            }
        ],
    )
    parsed = parse_row(row)
    assert parsed.row.people[0].key == "9000003"
    assert parsed.row.people[0].orcid == ""
    assert "9000003" in parsed.notes[0]
    assert "KÖNSUPPGIFT" not in repr(parsed)
    assert parsed.row.subjects[0][2].code == "20107"


def test_gender_packed_in_the_export_is_dropped():
    packed = "¤¤¤1¤A B¤¤PI¤Ledare¤KÖNSUPPGIFT¤¤¤2¤C D¤¤¤Deltagare¤KÖNSUPPGIFT"
    parsed = parse_row(swecris_row(involvedPeople=packed))
    assert [p.name for p in parsed.row.people] == ["A B", "C D"]
    assert [p.role_sv for p in parsed.row.people] == ["Ledare", "Deltagare"]
    assert "KÖNSUPPGIFT" not in repr(parsed)


@pytest.mark.parametrize(
    ("names", "swedish", "english"),
    [
        ("Fusion, plasma och rymd, Fusion, Plasma and Space", "Fusion, plasma och rymd",
         "Fusion, Plasma and Space"),
        ("Elektroteknik, Electrical Engineering, Information Engineering",
         "Elektroteknik", "Electrical Engineering, Information Engineering"),
        ("Bara svenska", "Bara svenska", ""),
    ],
)  # fmt: skip
def test_commas_in_the_names_of_subjects(names, swedish, english):
    subject = parse_row(swecris_row(scbs=f"¤¤¤ 2: {names}")).row.subjects[0][0]
    assert (subject.name_sv, subject.name_en) == (swedish, english)


def test_unclassified_is_no_subject():
    scbs = "¤¤¤ 9: Oklassificerat, Unclassified, 999: Oklassificerat, Unclassified"
    assert parse_row(swecris_row(scbs=scbs)).row.subjects == ()


def test_missing_fields_are_normal():
    row = parse_row({"projectId": "1_X", "projectTitleSv": "Bara titel"})
    assert (row.refusal, row.notes) == ("", ())
    assert row.row.funder.name_sv == "X"
    assert row.row.coordinator is None


def test_english_only():
    row = swecris_row(projectTitleSv=None, projectAbstractSv="")
    assert [text.lang for text in parse_row(row).row.texts] == ["en"]


def test_a_sole_traders_number_is_not_kept():
    parsed = parse_row(swecris_row(coordinatingOrganisationId="990101-1234"))
    assert parsed.row.coordinator.number == ""
    assert len(parsed.notes) == 1
    assert "1234" not in repr(parsed)


def test_an_end_before_the_start_is_left_out():
    parsed = parse_row(swecris_row(projectEndDate="2010-01-01 12:00:00"))
    assert parsed.row.end == ""
    assert "2010-01-01" in parsed.notes[0]


@pytest.mark.parametrize(
    "value",
    [
        None, 3, "text", [], {}, {"projectId": "no underscore"}, {"projectId": "_X"},
        {"projectId": "1_"}, {"projectId": "1_X"}, {"projectId": "1" * 61 + "_X"},
        {"projectId": ["1_X"]}, swecris_row(projectTitleSv=" ", projectTitleEn=None),
    ],
)  # fmt: skip
def test_refusals_say_why(value):
    parsed = parse_row(value)
    assert parsed.row is None
    assert parsed.refusal


@given(json_values)
def test_any_value_is_understood_or_refused(value):
    parsed = parse_row(value)
    assert isinstance(parsed, ParsedRow)
    assert (parsed.row is None) == bool(parsed.refusal)


@example({"scbs": "0"})
@given(st.dictionaries(st.sampled_from(sorted([*swecris_row(), "peopleList"])),
                       json_values))  # fmt: skip
def test_any_field_is_understood_or_refused(changes):
    parsed = parse_row(swecris_row(**changes))
    assert (parsed.row is None) == bool(parsed.refusal)
    if parsed.row:
        saved = repr(parsed.row).encode()  # No lone surrogates: they cannot be saved.
        assert b"\x00" not in saved
        assert json.dumps([text.title for text in parsed.row.texts])
        assert all(0 < len(text.title) <= 255 for text in parsed.row.texts)
        assert all(len(text.summary) <= 500 for text in parsed.row.texts)
