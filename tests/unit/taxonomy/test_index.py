import pytest

from taxonomy.index import ConceptIndex, IndexedConcept, IndexedLabel


def concept(pk, broader=None, *, sv, other=(), **fields):
    labels = [("sv", "pref", sv), *other]
    defaults = {
        "scheme": "s",
        "notation": f"n{pk}",
        "level": "",
        "aspect": "",
        "deprecated": False,
        "replaced_by_id": None,
        "uri": "",
        "details": {},
    }
    return IndexedConcept(
        id=pk,
        broader_id=broader,
        names={lang: text for lang, kind, text in labels if kind == "pref"},
        labels=tuple(IndexedLabel(*label) for label in labels),
        **{**defaults, **fields},
    )


@pytest.fixture
def index():
    return ConceptIndex(
        [
            concept(1, sv="Miljömässig", aspect="environmental", level="aspect"),
            concept(2, 1, sv="Vatten", level="theme"),
            concept(
                3, 2, sv="Dagvatten", level="tag", other=[("en", "alt", "stormwater")]
            ),
            concept(4, 2, sv="Åar och sjöar", level="tag"),
            concept(5, sv="Mål 6", scheme="sdg", level="goal"),
            concept(6, 5, sv="Delmål 6.6", scheme="sdg", level="target"),
            concept(7, sv="Ute ur bruk", deprecated=True, replaced_by_id=4),
        ],
        relations=[(3, 6)],
    )


def test_closures_hold_the_concepts_themselves(index):
    assert index.descendants([2]) == {2, 3, 4}
    assert index.descendants([1, 5]) == {1, 2, 3, 4, 5, 6}
    assert index.ancestors([3, 6]) == {3, 2, 1, 6, 5}
    assert index.descendants([999]) == set()
    assert index.ancestors([999]) == set()


def test_closures_end_when_the_data_has_a_circle():
    circle = ConceptIndex([concept(1, 2, sv="A"), concept(2, 1, sv="B")])
    assert circle.descendants([1]) == {1, 2}
    assert circle.ancestors([1]) == {1, 2}


def test_what_a_tag_belongs_to(index):
    assert index.aspect_of(3) == "environmental"
    assert index.theme_of(3).id == 2
    assert index.theme_of(1) is None
    assert [goal.id for goal in index.goals_of([3, 4])] == [5]
    assert [c.id for c in index.related_from(6)] == [3]


def test_what_replaced_a_concept(index):
    assert index.current(7).id == 4
    assert index.current(3).id == 3


def test_the_tree_comes_depth_first(index):
    assert [c.id for c in index] == [1, 2, 3, 4, 5, 6, 7]
    assert [index.depth(c.id) for c in index] == [0, 1, 2, 2, 0, 1, 0]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("vatten", [2, 3]),  # a name that begins so comes before one that holds it
        ("STORMWATER", [3]),
        ("åar", [4]),
        ("ÅAR SJÖAR", [4]),
        ("n5", [5]),
        ("   ", []),
        ("finns inte", []),
    ],
)
def test_search_reads_every_label(index, text, found):
    assert [c.id for c in index.search(text)] == found


def test_names_fall_back_to_the_other_language(index):
    assert index[3].name_in("en") == ("Dagvatten", "sv")
