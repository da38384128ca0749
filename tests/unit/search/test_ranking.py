"""The rules of ranking that need no index."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search import ranking
from search.documents import DocumentText, SearchDocument


def document(**values) -> SearchDocument:
    values.setdefault("texts", {"sv": DocumentText("Titel", "/")})
    return SearchDocument("project:a", "project", "a", **values)


def test_rarer_is_worth_more_and_never_less_than_nothing():
    values = [ranking.rarity(holders, 1000) for holders in (0, 1, 10, 500, 1000)]
    assert values == sorted(values, reverse=True)
    assert values[-1] > 0


def test_togetherness_is_whole_when_every_word_is_there():
    assert ranking.togetherness(3, 3) == 1
    assert ranking.togetherness(1, 3) < ranking.togetherness(2, 3) < 1
    assert ranking.togetherness(0, 0) == 1


def test_an_average_text_keeps_its_score_and_long_ones_are_forgiven():
    assert ranking.length_factor(100, 100) == pytest.approx(1)
    assert ranking.length_factor(400, 100) > 1 > ranking.length_factor(20, 100)
    assert ranking.length_factor(10, 0) == pytest.approx(1)


def test_newer_and_fuller_documents_are_a_little_ahead():
    full = {
        "sv": DocumentText("T", "/", "Kort.", "Långt."),
        "en": DocumentText("T", "/en/", "Short.", "Long."),
    }
    old, new = document(date="2003"), document(date="2024-05-01")
    rich = document(date="2003", texts=full, facets={"concept": ("s:x",)})
    assert ranking.prior(old) < ranking.prior(new)
    assert ranking.prior(old) < ranking.prior(rich)
    changed = document(updated=datetime(2024, 5, 1, tzinfo=UTC))
    assert ranking.prior(changed) == ranking.prior(new)
    for one in (old, new, rich, changed, document()):
        assert 1 <= ranking.prior(one) <= 1.1


PAIRS = st.lists(st.tuples(st.floats(0.01, 100), st.sampled_from("abc")), max_size=30)


@given(PAIRS)
def test_mixing_loses_nothing_and_passes_nothing_clearly_better(pairs):
    items = sorted(pairs, key=lambda pair: -pair[0])
    mixed = ranking.mixed(items, lambda pair: pair[0], lambda pair: pair[1])
    assert sorted(mixed) == sorted(items)
    for place, (score, _kind) in enumerate(mixed):
        best_after = max((other for other, _ in mixed[place:]), default=score)
        assert score >= best_after * (1 - ranking.NEAR_EQUAL) - 1e-9


def test_near_equals_of_different_kinds_take_turns():
    items = [(10.0, "a"), (9.95, "a"), (9.9, "b"), (5.0, "a"), (4.0, "b")]
    mixed = ranking.mixed(items, lambda pair: pair[0], lambda pair: pair[1])
    assert [kind for _score, kind in mixed] == ["a", "b", "a", "a", "b"]
