"""What bilingual texts teach about words."""

import pytest

from language import analyze
from search import translations
from search.documents import DocumentText, SearchDocument
from search.models import LearntWords
from search.translations import Learner, remember, translator


def stem(word: str, lang: str) -> str:
    return analyze(word, lang)[0].stem


def document(number: int, swedish: str, english: str = "") -> SearchDocument:
    texts = {"sv": DocumentText(swedish, "/")}
    if english:
        texts["en"] = DocumentText(english, "/en/")
    return SearchDocument(f"project:{number}", "project", str(number), texts)


def corpus(size: int):
    """Every tenth is about stormwater, every ninth about a square."""
    for number in range(size):
        swedish, english = ["staden"], ["the city"]
        if number % 10 == 0:
            swedish.append("dagvatten")
            english.append("stormwater")
        if number % 11 == 0:
            swedish.append("torg")
            english.append("square")
        yield document(number, " ".join(swedish), " ".join(english))


@pytest.fixture
def learnt():
    learner = Learner()
    learner.read(corpus(600))
    return learner.learnt()


def test_words_that_stand_together_are_translations_both_ways(learnt):
    swedish, english = stem("dagvatten", "sv"), stem("stormwater", "en")
    assert learnt["sv"][swedish][0][0] == english
    assert swedish in dict(learnt["en"][english])


def test_what_few_texts_teach_is_less_sure(learnt):
    more = Learner()
    more.read(corpus(2000))
    swedish = stem("dagvatten", "sv")
    assert 0 < learnt["sv"][swedish][0][1] < more.learnt()["sv"][swedish][0][1] < 1


def test_few_texts_teach_nothing():
    learner = Learner()
    learner.read(corpus(translations.MIN_DOCUMENTS - 1))
    assert learner.learnt() == {}


def test_texts_in_one_language_teach_nothing():
    learner = Learner()
    learner.read(document(n, "dagvatten") for n in range(600))
    assert learner.learnt() == {}


@pytest.mark.django_db
def test_what_was_learnt_is_known_at_once_and_replaced(learnt):
    remember(learnt)
    pairs = translator()(stem("dagvatten", "sv"), "sv")
    assert tuple(pairs[0]) == learnt["sv"][stem("dagvatten", "sv")][0]
    assert translator()("okänt", "sv") == ()
    remember({})
    assert translator()(stem("dagvatten", "sv"), "sv") == ()
    assert LearntWords.objects.count() == 1
