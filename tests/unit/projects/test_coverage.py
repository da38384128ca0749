"""Coverage is a pure function of claims and reasons."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from projects.coverage import ASPECTS, Claim, State, coverage_of

aspects = st.sampled_from([*ASPECTS, "crosscutting", ""])
claims = st.lists(st.builds(Claim, aspects, st.booleans()), max_size=8)
reasons = st.lists(aspects, max_size=4)
RANK = {
    State.MISSING: 0,
    State.NOT_APPLICABLE: 1,
    State.CLAIMED: 2,
    State.COVERED: 3,
}


def test_nothing_said_is_missing():
    assert coverage_of([]).missing == ASPECTS


def test_each_state():
    coverage = coverage_of(
        [Claim("sociocultural", True), Claim("environmental", False)], ["economic"]
    )
    assert coverage.items() == [
        ("sociocultural", State.COVERED),
        ("environmental", State.CLAIMED),
        ("economic", State.NOT_APPLICABLE),
    ]
    assert coverage.addressed == ("sociocultural", "environmental")


def test_cross_cutting_tags_do_not_count():
    assert coverage_of([Claim("crosscutting", True)]) == coverage_of([])


def test_a_claim_outweighs_a_reason():
    coverage = coverage_of([Claim("economic", False)], ["economic"])
    assert coverage["economic"] is State.CLAIMED


def test_an_unknown_aspect_is_no_key():
    with pytest.raises(KeyError):
        coverage_of([])["items"]


@given(claims, reasons, st.randoms(use_true_random=False))
def test_order_does_not_matter(said, exempt, random):
    mixed, mixed_reasons = said[:], exempt[:]
    random.shuffle(mixed)
    random.shuffle(mixed_reasons)
    assert coverage_of(said, exempt) == coverage_of(mixed, mixed_reasons)


@given(claims, reasons, st.builds(Claim, aspects, st.booleans()))
def test_one_more_claim_never_lowers(said, exempt, more):
    before, after = coverage_of(said, exempt), coverage_of([*said, more], exempt)
    assert all(RANK[after[a]] >= RANK[before[a]] for a in ASPECTS)


@given(claims, reasons)
def test_evidence_never_lowers(said, exempt):
    before = coverage_of(said, exempt)
    after = coverage_of([claim._replace(has_evidence=True) for claim in said], exempt)
    assert all(RANK[after[a]] >= RANK[before[a]] for a in ASPECTS)


@given(claims, reasons)
def test_saying_it_twice_changes_nothing(said, exempt):
    assert coverage_of(said * 2, exempt * 2) == coverage_of(said, exempt)
