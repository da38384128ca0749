from hypothesis import given
from hypothesis import strategies as st

from language import fold
from search.documents import DocumentText, SearchDocument
from search.starts import FORM_CHARS, Tier, begins, form_of, starts_of


def document(kind: str, title: str, **values) -> SearchDocument:
    texts = {"sv": DocumentText(title, "/")}
    return SearchDocument(f"{kind}:1", kind, "1", texts, **values)


def forms(kind: str, title: str, **values) -> dict[str, Tier]:
    return {s.form: s.tier for s in starts_of(document(kind, title, **values))}


def test_a_form_is_lower_case_words_with_single_spaces():
    assert form_of("  «Åsa-Berg»,\tX ") == "åsa berg x"
    assert form_of("A\u030asa") == "åsa"
    assert form_of("!?") == ""


def test_words_that_weigh_nothing_start_nothing_but_the_title():
    assert forms("project", "Om regn i parken") == {
        "om regn i parken": Tier.FIRST,
        "regn i parken": Tier.INNER,
        "parken": Tier.INNER,
    }


def test_a_marked_form_is_there_without_its_marks_too_but_lower():
    assert forms("page", "Ån") == {"ån": Tier.FIRST, "an": Tier.FOLDED_FIRST}


def test_a_name_is_written_in_any_order():
    assert set(forms("person", "Prova Mellan Testsson")) == {
        "prova mellan testsson",
        "prova testsson",
        "mellan testsson prova",
        "testsson prova mellan",
    }


def test_other_labels_say_which_they_are():
    found = starts_of(
        document("concept", "Regn", keywords={"sv": ("Regn", "Nederbörd")})
    )
    assert {(start.form, start.label) for start in found} == {
        ("regn", ""),
        ("nederbörd", "Nederbörd"),
        ("nederbord", "Nederbörd"),
    }
    # A project's keywords are those of its tags: they lead to the tags themselves.
    keywords = {"sv": ("Nederbörd",)}
    assert set(forms("project", "Regn", keywords=keywords)) == {"regn"}


@given(st.text(max_size=200))
def test_any_title_is_begun_by_its_own_beginning(title):
    form = form_of(title)
    starts = starts_of(document("project", title))
    assert len({start.form for start in starts}) == len(starts)
    assert all(len(start.form) <= FORM_CHARS for start in starts)
    if form:
        assert any(start.form.startswith(form) for start in starts)
        for length in (1, 3, len(form)):
            assert begins(title, "sv", form[:length])
            assert begins(title, "sv", fold(form[:length]))


@given(st.lists(st.text(max_size=12), max_size=6))
def test_any_name_starts_with_each_of_its_words(parts):
    name = " ".join(parts)
    starts = {start.form for start in starts_of(document("person", name))}
    words = form_of(name).split()
    for word in words[:-1] if len(words) <= 6 else ():
        assert any(form.startswith(word) for form in starts)
