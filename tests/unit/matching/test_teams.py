"""Teams: equal to trying every team, and what a team says of itself."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.teams import GRAIN, propose
from matching.wanted import Aspect, Candidate, Seat, Wanted

SEATS, ASPECTS, SECTORS = "pqrs", ("economic", "social"), ("", "city", "museum")


def candidates(*, most=7):
    scores = st.sampled_from([0.0, 0.25, 0.5, 0.504, 1.0])
    one = st.builds(
        Candidate,
        key=st.uuids().map(str),
        covers=st.dictionaries(st.sampled_from(SEATS), scores),
        aspects=st.frozensets(st.sampled_from(ASPECTS)),
        sector=st.sampled_from(SECTORS),
        districts=st.frozensets(st.sampled_from(["north", "south"])),
        load=st.integers(0, 3),
    )
    return st.lists(one, max_size=most, unique_by=lambda each: each.key)


seats = st.lists(
    st.builds(
        Seat,
        key=st.sampled_from(SEATS),
        required=st.booleans(),
        how_many=st.integers(1, 3),
    ),
    max_size=4,
    unique_by=lambda seat: seat.key,
)
wishes = st.builds(
    Wanted,
    seats=seats,
    aspects=st.sets(st.sampled_from(ASPECTS)).map(
        lambda keys: [Aspect(key) for key in sorted(keys)]
    ),
    districts=st.just(frozenset({"north"})),
    most=st.integers(1, 4),
)


def rank(wanted, team):
    """The place of a team in the order that ``matching.teams`` states; least is best.

    Written anew from its words, with none of its code.
    """
    uncovered = optional = points = 0
    for seat in wanted.seats:
        scores = [
            round(one.covers[seat.key] * GRAIN)
            for one in team
            if seat.key in one.covers
        ]
        scores = sorted(scores, reverse=True)[: seat.how_many]
        points += sum(scores)
        if seat.required:
            uncovered += seat.how_many - len(scores)
        else:
            optional += len(scores)
    for aspect in wanted.aspects:
        uncovered += not any(aspect.key in one.aspects for one in team)
    return (
        uncovered,
        len(team),
        -optional,
        -points,
        -len({one.sector for one in team if one.sector}),
        -sum(bool(one.districts & wanted.districts) for one in team),
        sum(one.load for one in team),
        tuple(sorted(one.key for one in team)),
    )


def brute_force(wanted, people):
    teams = (
        team for size in range(wanted.most + 1) for team in combinations(people, size)
    )
    return min(rank(wanted, team) for team in teams)


def keys(team):
    return tuple(sorted(member.candidate for member in team.members))


@given(wanted=wishes, people=candidates())
def test_a_team_is_the_best_of_all_and_says_so(wanted, people):
    team = propose(wanted, people)
    expected = brute_force(wanted, people)
    assert keys(team) == expected[-1]
    assert team.proven
    assert (team.uncovered, len(team.members)) == expected[:2]
    assert (team.least_uncovered, team.least_size) == expected[:2]


@given(wanted=wishes, people=candidates(most=12), data=st.data())
def test_the_order_of_the_input_never_matters(wanted, people, data):
    shuffled = data.draw(st.permutations(people))
    turned = Wanted(
        data.draw(st.permutations(wanted.seats)),
        wanted.aspects[::-1],
        wanted.districts,
        wanted.most,
    )
    assert propose(wanted, people) == propose(turned, shuffled)


@given(wanted=wishes, people=candidates(most=12), effort=st.integers(0, 60))
def test_little_effort_gives_a_team_with_bounds_that_hold(wanted, people, effort):
    hasty, best = propose(wanted, people, effort=effort), propose(wanted, people)
    assert len(hasty.members) <= wanted.most
    assert hasty.least_uncovered <= best.uncovered <= hasty.uncovered
    if hasty.uncovered == best.uncovered:
        assert hasty.least_size <= len(best.members) <= len(hasty.members)
    if hasty.proven:
        assert hasty == best


@given(wanted=wishes, people=candidates(most=12))
def test_one_more_candidate_never_makes_it_worse(wanted, people):
    if not people:
        return
    fewer, more = propose(wanted, people[1:]), propose(wanted, people)
    assert (more.uncovered, len(more.members)) <= (fewer.uncovered, len(fewer.members))


@given(wanted=wishes, people=candidates(most=12))
def test_every_wanted_place_is_filled_once_or_told_as_short(wanted, people):
    team = propose(wanted, people)
    filled = [place.seat for member in team.members for place in member.places]
    short = {one.key: one.places for one in team.shortfalls}
    for seat in wanted.seats:
        assert filled.count(seat.key) + short.get(seat.key, 0) == seat.how_many
    for member in team.members:
        assert len({place.seat for place in member.places}) == len(member.places)


@given(wanted=wishes, people=candidates())
def test_an_alternative_loses_just_what_it_says(wanted, people):
    team, by_key = propose(wanted, people), {one.key: one for one in people}
    inside = {member.candidate for member in team.members}
    for member in team.members:
        for place in member.places:
            for other in place.alternatives:
                assert other.candidate not in inside
                swapped = [
                    by_key[key]
                    for key in inside - {member.candidate} | {other.candidate}
                ]
                lost = set()
                for short, before in zip(
                    _short(wanted, swapped),
                    _short(wanted, [by_key[key] for key in inside]),
                    strict=True,
                ):
                    if short[1] > before[1]:
                        lost.add(short[0])
                assert set(other.loses) == lost


def _short(wanted, team):
    for seat in wanted.seats:
        if seat.required:
            there = sum(seat.key in one.covers for one in team)
            yield seat.key, max(0, seat.how_many - there)
    for aspect in wanted.aspects:
        yield aspect.key, not any(aspect.key in one.aspects for one in team)


def test_what_nobody_covers_is_told_with_who_comes_nearest():
    seat = Seat("soil", nearest={"b": 0.2, "a": 0.2, "c": 0.4, "d": 0.1})
    team = propose(Wanted([seat]), [Candidate("a", {})])
    (short,) = team.shortfalls
    assert (short.key, short.places, short.able) == ("soil", 1, ())
    assert short.nearest == (("c", 0.4), ("a", 0.2), ("b", 0.2))
    assert team.members == () and team.proven


def test_who_could_but_has_no_room_is_told():
    wanted = Wanted([Seat("p"), Seat("q")], most=1)
    team = propose(wanted, [Candidate("a", {"p": 1}), Candidate("b", {"q": 0.5})])
    assert keys(team) == ("a",)
    assert [(one.key, one.able) for one in team.shortfalls] == [("q", ("b",))]


def test_the_generalist_does_not_beat_the_specialist_by_places_that_are_taken():
    wanted = Wanted([Seat("p"), Seat("q"), Seat("r")])
    people = [
        Candidate("both", {"p": 1, "q": 1}),
        Candidate("generalist", {"p": 0.9, "q": 0.9, "r": 0.3}, load=9),
        Candidate("specialist", {"r": 0.8}),
    ]
    # One person is fewer than two, however good the two are ...
    assert keys(propose(wanted, people)) == ("generalist",)
    # ... but where two are needed, each place counts once.
    asked = Wanted([*wanted.seats, Seat("s")])
    people[0] = Candidate("both", {"p": 1, "q": 1, "s": 1})
    assert keys(propose(asked, people)) == ("both", "specialist")


@pytest.mark.parametrize(
    ("make", "what"),
    [
        (lambda: Seat("p", how_many=0), "wants 0"),
        (lambda: Wanted([], most=0), "room for one"),
        (lambda: Wanted([Seat("p")], [Aspect("p")]), "same key"),
        (lambda: Candidate("a", {"p": float("nan")}), "no score"),
        (lambda: Candidate("a", {"p": -1}), "no score"),
        (lambda: Candidate("a", {}, load=-1), "negative load"),
        (
            lambda: propose(Wanted([]), [Candidate("a", {}), Candidate("a", {})]),
            "same key",
        ),
    ],
)
def test_what_makes_no_sense_is_refused(make, what):
    with pytest.raises(ValueError, match=what):
        make()
