import pytest

from language import analyze_query, highlight

FILLER = "Här står annat som inte hör hit. " * 20


def hits(text, query, lang="sv", **options):
    terms = analyze_query(query, lang)
    return [piece for piece, hit in highlight(text, terms, lang, **options) if hit]


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("Om museerna i staden", "museum stad", ["museerna", "staden"]),
        ("Ny dagvattenhantering", "dagvatten", ["dagvattenhantering"]),
        ("hantering av dagvatten", "dagvattenhantering", ["hantering", "dagvatten"]),
        ("Göteborg", "goteborg", ["Göteborg"]),
        ("En väg", "", []),
        ("Dnr 2013–01747", "2013-01747", ["2013–01747"]),
    ],
)
def test_hits_by_stem_part_and_folded_form(text, query, expected):
    assert hits(text, query) == expected


def test_english_hits():
    assert hits("Museums plan", "museum planning", "en") == ["Museums", "plan"]


def test_the_snippet_is_where_the_words_stand_together():
    text = f"museum {FILLER} dagvatten vid museum {FILLER}"
    pieces = highlight(text, analyze_query("museum dagvatten", "sv"), "sv")
    assert [piece for piece, hit in pieces if hit] == ["dagvatten", "museum"]
    assert pieces[0] == ("…", False)
    assert pieces[-1] == ("…", False)
    assert sum(len(piece) for piece, _ in pieces[1:-1]) <= 220


def test_without_hits_it_is_the_beginning():
    pieces = highlight(FILLER, analyze_query("museum", "sv"), "sv", max_chars=50)
    assert FILLER.startswith(pieces[0][0])
    assert len(pieces[0][0]) <= 50


def test_a_mark_stays_with_its_letter():
    text = "a\u030a" * 300
    (piece, _), (ellipsis, _) = highlight(text, [], "sv", max_chars=51)
    assert ellipsis == "…"
    assert piece.endswith("\u030a")
