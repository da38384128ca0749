import pytest

from language import Lexicon, analyze, analyze_query, index_tokens, weighted_terms
from language.hunspell import EMPTY

SAME_WORD = """
museum museet museer museerna museets museernas
torg torget torgen torgets
stad staden städer städerna städernas
storstad storstäder storstaden
bostad bostäder bostäderna
bok boken böcker böckerna
natt natten nätter
man mannen män männen
land landet länder länderna
hand handen händer
fot fötter fötterna
kulturmiljö kulturmiljön kulturmiljöer kulturmiljöns kulturmiljöerna
möte mötet möten mötena
samhälle samhället samhällen samhällets
medborgare medborgarna medborgarnas medborgaren
förening föreningen föreningar föreningarna
hållbar hållbart hållbara
stor större störst stora stort
nyckel nyckeln nycklar nycklarna
rum rummet rummen
datum datumet
dagvattenmuseum dagvattenmuseet dagvattenmuseer
EU EU:s
e-post e-posten
""".strip().splitlines()


def stem(word: str, lang: str = "sv") -> str:
    return analyze(word, lang)[0].stem


@pytest.mark.parametrize("line", SAME_WORD)
def test_inflections_of_a_word_have_one_stem(line):
    assert len({stem(word) for word in line.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("för", "for"),
        ("Åsa", "Asa"),
        ("bok", "bock"),
        ("plan", "flan"),
        ("natur", "nation"),
        ("har", "här"),
        ("väg", "vagn"),
    ],
)
def test_different_words_have_different_stems(one, other):
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("for", "för"),
        ("Asa", "Åsa"),
        ("stader", "stad"),
        ("bocker", "bok"),
        ("kulturmiljon", "kulturmiljö"),
        ("Goteborg", "Göteborg"),
        ("moten", "möte"),
        ("cafe", "café"),
    ],
)
def test_a_foreign_keyboard_finds_the_word(typed, meant):
    assert analyze(typed, "sv")[0].folded == analyze(meant, "sv")[0].folded


def test_english_is_analysed_as_english():
    assert stem("museums", "en") == stem("museum", "en")
    assert stem("planning", "en") == stem("planned", "en")
    assert analyze("stormwater management", "en")[0].parts == ()


def test_an_unknown_language_is_analysed_as_swedish():
    assert analyze("städerna", "fi") == analyze("städerna", "sv")


def test_stop_words_weigh_nothing_unless_they_are_all_there_is():
    terms = analyze_query("vem kan dagvatten", "sv")
    assert [term.stop for term in terms] == [True, True, False]
    assert weighted_terms(terms) == terms[2:]
    only = analyze_query("vad är det", "sv")
    assert weighted_terms(only) == only


def test_without_the_dictionary_the_stemmer_works_on():
    lexicon = Lexicon(EMPTY)
    assert lexicon.lemma("torget") == "torget"
    assert lexicon.end("museum") is None
    assert not lexicon.knows("museum")


def test_folded_tokens_hold_the_parts_too():
    tokens = index_tokens("en kulturmiljö", "sv")
    assert "miljö" in tokens.parts
    assert "miljo" in tokens.folded
    assert tokens.folded[:2] == ["en", "kulturmiljo"]
