"""Tags that a text speaks of."""

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from projects.tagging.measuring import Case, measure
from projects.tagging.suggesting import LIMIT, Suggestion, Weights, suggest_tags
from taxonomy.index import ConceptIndex, IndexedConcept, IndexedLabel
from taxonomy.recognition import Recogniser


def concept(pk, *labels, scheme="sustainability", level="tag", hidden=(), **fields):
    kinds = [("pref" if not n else "alt", text) for n, text in enumerate(labels)]
    kinds += [("hidden", text) for text in hidden]
    values = {
        "broader_id": None,
        "aspect": "environmental",
        "deprecated": False,
        "replaced_by_id": None,
    } | fields
    return IndexedConcept(
        id=pk,
        scheme=scheme,
        notation=f"c{pk}",
        level=level,
        uri="",
        names={"sv": labels[0]},
        labels=tuple(IndexedLabel("sv", kind, text) for kind, text in kinds),
        details={},
        **values,
    )


THEME = concept(1, "Vattenfrågor", level="theme")
RAIN = concept(2, "Dagvatten", "skyfall", broader_id=1, hidden=["paraply"])
TREES = concept(3, "Stadsträd", broader_id=1)
OLD = concept(4, "Kvicksilver", deprecated=True)
DIGGING = concept(5, "Arkeologi", scheme="competences", level="competence")
HISTORY = concept(6, "Fornminnen")
BELOW = concept(7, "Regnbäddar", broader_id=2)
INDEX = ConceptIndex([THEME, RAIN, TREES, OLD, DIGGING, HISTORY, BELOW], [(5, 6)])
KNOWS = Recogniser(INDEX)


def suggested(*texts, **options):
    return suggest_tags(
        [text if isinstance(text, tuple) else ("body", text) for text in texts],
        recogniser=KNOWS,
        concepts=INDEX,
        **{"weights": Weights(least=0.0)} | options,
    )


def names(found):
    return [str(suggestion.concept) for suggestion in found]


def test_the_words_that_led_to_a_tag_are_said_as_they_stand():
    [rain] = suggested("Skyfall fyller dagvattnet. Ett skyfall till.")
    assert rain.concept is RAIN
    assert rain.words == ("Skyfall", "dagvattnet")


def test_a_title_outweighs_a_body_and_repetition_a_single_word():
    found = suggested(("title", "Stadsträd"), "Skyfall.")
    assert names(found) == ["Stadsträd", "Dagvatten"]
    found = suggested("Stadsträd. Skyfall, dagvatten och skyfall.")
    assert names(found) == ["Dagvatten", "Stadsträd"]


def test_what_only_leads_to_a_tag_weighs_less_than_its_name():
    [leads], [name] = suggested("Ett paraply."), suggested("Ett skyfall.")
    assert leads.strength < name.strength


def test_a_competence_speaks_for_its_related_tag_but_is_none():
    assert names(suggested("Arkeologi på platsen.")) == ["Fornminnen"]


def test_neither_themes_nor_what_is_out_of_use_are_suggested():
    assert suggested("Vattenfrågor och kvicksilver.") == []


def test_neither_what_is_tagged_nor_what_is_broader():
    text = "Regnbäddar för dagvatten vid stadsträd."
    assert names(suggested(text, tagged=[RAIN.id])) == ["Regnbäddar", "Stadsträd"]
    assert names(suggested(text, tagged=[BELOW.id])) == ["Stadsträd"]


def test_what_is_weak_is_not_suggested():
    assert suggested("Ett paraply.", weights=Weights(least=1.0)) == []


def test_there_are_at_most_eight():
    many = [concept(n, f"Provord{chr(97 + n)}") for n in range(20)]
    found = suggest_tags(
        [("body", " ".join(str(one) for one in many))],
        recogniser=Recogniser(ConceptIndex(many)),
        concepts=ConceptIndex(many),
    )
    assert len(found) == LIMIT == 8


words = st.sampled_from(["skyfall", "stadsträd", "paraply", "arkeologi", "och", "."])
texts = st.lists(
    st.tuples(
        st.sampled_from(["title", "summary", "body"]),
        st.lists(words, max_size=6).map(" ".join),
    ),
    max_size=4,
)


@given(texts, words)
def test_a_longer_text_never_weakens_a_tag_and_the_order_holds(texts, word):
    before = {one.concept.id: one.strength for one in suggested(*texts)}
    longer = suggested(*texts, word)
    strengths = [one.strength for one in longer]
    assert strengths == sorted(strengths, reverse=True)
    after = {one.concept.id: one.strength for one in longer}
    assert all(after[pk] >= strength for pk, strength in before.items())


def test_figures_count_tags_over_all_texts(monkeypatch):
    monkeypatch.setattr("projects.tagging.measuring.concept_index", lambda: INDEX)
    monkeypatch.setattr(
        "projects.tagging.measuring.recogniser", lambda: SimpleNamespace()
    )

    def suggest(texts, **options):
        return [Suggestion(one, (), 1.0) for one in texts]

    cases = [
        Case("a", [RAIN, TREES], frozenset({2})),
        Case("b", [], frozenset({3, 6})),
    ]
    figures = measure(cases, suggest=suggest)
    assert (figures.suggested, figures.right, figures.hits) == (2, 3, 1)
    assert (figures.precision, figures.recall) == (1 / 2, 1 / 3)
    assert figures.f1 == 0.4
    assert measure([], suggest=suggest).f1 == 0
