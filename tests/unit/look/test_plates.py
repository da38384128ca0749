"""Plates and share cards: the same facts, the same picture."""

from io import BytesIO
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from core.plates import STYLES, PlateFacts, plate
from core.share_card import share_card
from core.triad import STATES

STATE = st.sampled_from(STATES)


@settings(max_examples=25, deadline=None)
@given(
    seed=st.text(max_size=30),
    states=st.tuples(STATE, STATE, STATE),
    at=st.none() | st.tuples(st.floats(-180, 180), st.floats(-90, 90)),
    style=st.sampled_from(("blocks", "section")),
    wide=st.booleans(),
)
def test_any_facts_make_a_picture_and_always_the_same(seed, states, at, style, wide):
    facts = PlateFacts(seed=seed, states=states, at=at, style=style)
    drawn = plate(facts, wide=wide)
    assert drawn == plate(facts, wide=wide)
    width = 1800 if wide else 1200
    root = ElementTree.fromstring(drawn)  # noqa: S314  (our own text)
    assert root.get("viewBox") == f"0 0 {width} 800"


@pytest.mark.parametrize("style", STYLES)
def test_each_fact_changes_the_picture(style):
    facts = {"seed": "2099-00001", "at": (18.05, 59.3), "style": style}
    base = plate(PlateFacts(states=("covered",) * 3, **facts))
    other_state = PlateFacts(states=("covered", "covered", "missing"), **facts)
    other_seed = PlateFacts(states=("covered",) * 3, **{**facts, "seed": "2099-2"})
    other_place = PlateFacts(states=("covered",) * 3, **{**facts, "at": (18.0, 59.4)})
    for facts in (other_state, other_seed, other_place):
        assert plate(facts) != base


def test_open_fields_hold_no_colour():
    drawn = plate(PlateFacts("a", ("missing", "missing", "not_applicable")))
    assert "clip-path=" not in drawn
    assert drawn.count("stroke-dasharray") == 2
    assert drawn.count("<circle") == 1


def test_a_plate_stays_small_enough_to_send():
    for style in STYLES:
        drawn = plate(PlateFacts("2099-00001", ("covered",) * 3, None, style), True)
        assert len(drawn.encode()) < 90_000


def test_a_title_is_escaped():
    drawn = plate(PlateFacts("a", ("missing",) * 3), title="<script>&")
    assert "<title>&lt;script&gt;&amp;</title>" in drawn


def test_wrong_facts_are_refused():
    with pytest.raises(ValueError, match="states"):
        PlateFacts("a", ("covered", "covered", "splendid"))
    with pytest.raises(ValueError, match="style"):
        PlateFacts("a", ("covered",) * 3, style="oil")


@pytest.mark.parametrize(
    "title", ["Å", "Dagvattenhanteringsanläggningarnas " * 9, "x" * 300, ""]
)
def test_a_share_card_fits_any_title(title):
    coverage = dict(
        zip(("sociocultural", "environmental", "economic"), STATES, strict=False)
    )
    picture = Image.open(BytesIO(share_card(title, coverage)))
    assert picture.size == (1200, 630)
    # Nothing runs over the right margin or into the line.
    assert picture.crop((1150, 0, 1200, 630)).getcolors() == [(50 * 630, (255,) * 3)]
    assert picture.crop((340, 0, 380, 630)).getcolors() == [(40 * 630, (255,) * 3)]


def test_a_card_without_a_coverage_has_no_figure():
    picture = Image.open(BytesIO(share_card("Nyhet")))
    assert picture.crop((0, 0, 320, 400)).getcolors() == [(320 * 400, (255,) * 3)]
