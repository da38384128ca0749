"""How many compounds come apart, and how many other words stay whole.

The words were chosen by hand, four times, each time before the rules were changed.
Measured blind, the rules of their time had of compounds and of whole words right:

    first half   90 and 138 words   93.3 %   98.6 %
    second set   90 and 222 words   90.0 %   96.4 %
    third set    85 and 173 words   88.2 %   97.7 %   (`report`)
    fourth set   96 and  89 words   91.7 %   96.6 %   (`fourth-report`)

The first two became `tune`. After the third was seen, four general gaps were closed
(-ister, blom-, dricks-, short parts in listed words), so that its floor here is no
longer blind. Its words are the rarer ones. The fourth set was halved by lot before the
rules were changed for it: `fourth-tune` was looked at, `fourth-report` was not. The
goal of 95 % and 99 % is reached on `tune` only; where the two conflicted, not splitting
was preferred.
"""

import csv
from pathlib import Path

import pytest

from language import analyze, get_lexicon
from language.compounds import split

DATA = Path(__file__).parent / "data"

FLOORS = {
    "tune": (0.96, 0.99),
    "report": (0.90, 0.985),
    "fourth-tune": (0.94, 0.99),
    "fourth-report": (0.91, 0.965),
}


def rows(name: str, use: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return [
            row for row in csv.DictReader(file, delimiter="\t") if row["use"] == use
        ]


def stems(words: str) -> set[str]:
    return {analyze(word, "sv")[0].stem for word in words.split()}


def is_split_right(row: dict[str, str]) -> bool:
    """Every expected part is there, and no smallest part is another word."""
    (term,) = analyze(row["word"], "sv")
    expected = stems(row["parts"])
    lexicon = get_lexicon()
    smallest = split(lexicon.lemma(row["word"]), lexicon)
    found = {analyze(part.word, "sv")[0].stem for part in smallest}
    return expected <= set(term.parts) and found <= expected | stems(row["also"])


@pytest.mark.parametrize("use", FLOORS)
def test_compounds_come_apart(use):
    results = {row["word"]: is_split_right(row) for row in rows("compounds.tsv", use)}
    wrong = [word for word, right in results.items() if not right]
    assert len(results) >= 75
    assert 1 - len(wrong) / len(results) >= FLOORS[use][0], wrong


@pytest.mark.parametrize("use", FLOORS)
def test_other_words_stay_whole(use):
    results = {
        row["word"]: analyze(row["word"], "sv")[0].parts == ()
        for row in rows("whole.tsv", use)
    }
    wrong = [word for word, right in results.items() if not right]
    assert len(results) >= 75
    assert 1 - len(wrong) / len(results) >= FLOORS[use][1], wrong


@pytest.mark.parametrize(
    ("word", "part"),
    [
        ("stadsutvecklingsprojekt", "stadsutveckling"),
        ("stadsutvecklingsprojektets", "projekt"),
        ("dagvattenhantering", "dagvatten"),
        ("kvinnohistorien", "kvinna"),
        ("skolgården", "skola"),
        ("kulturarvet", "arv"),
        ("samhällsplanerarna", "planerare"),
    ],
)
def test_a_compound_is_found_by_its_part(word, part):
    assert analyze(part, "sv")[0].stem in analyze(word, "sv")[0].parts


def test_the_sites_own_words_are_parts_too():
    lexicon = get_lexicon()
    assert split("snorfetmetod", lexicon) == []
    taught = lexicon.with_words(["snorfet", "två ord", "ö"])
    assert [part.word for part in split("snorfetmetod", taught)] == [
        "snorfet",
        "metod",
    ]
    assert taught.knows("snorfet")
    assert not lexicon.knows("snorfet")
