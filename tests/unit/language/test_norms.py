"""The quick way to a text's words gives the words of the whole way."""

from hypothesis import given
from hypothesis import strategies as st

from language import index_safe, index_tokens, tokenize
from language.tokens import norms

JOINED = "E-post, l’avenir, 2013–01747 och EU:s 11.4 A\u030asa ΑΣ a/b 2013/14"


@given(st.text())
def test_any_text(text):
    assert norms(text) == [token.norm for token in tokenize(text)]


@given(st.lists(st.sampled_from([*JOINED.split(), "-", ":s", "’", "1", "."])))
def test_words_held_together(pieces):
    for text in ("".join(pieces), " ".join(pieces)):
        assert norms(text) == [token.norm for token in tokenize(text)]


def test_words_as_written_stand_once_and_without_figures():
    written = index_tokens("Städer, städer och 2013-01747 Ærø", "sv").written
    assert written == ["städer", "och", index_safe("ærø")]
