"""Words to write with: what the vocabularies say, and what the language has."""

from random import Random

from language import dictionary, is_stop_word, tokenize
from language.hunspell import NAME, NOUN, Dictionary
from taxonomy.index import ConceptIndex
from taxonomy.models import Label

#: Beginnings and ends of compounds to combine, and simple words to use.
_PARTS = 1500
_COMPOUNDS = 12_000
_SIMPLE = 4000
_COMMON = {
    "sv": "projekt arbete utveckling metod resultat stad område plan mål modell "
    "kunskap grupp behov process analys miljö verksamhet frågor möten underlag",
    "en": "project work development method result city area plan aim model "
    "knowledge group need process analysis environment activity questions meetings",
}
_SYLLABLES = [a + b for a in "bdfgklmnprstv" for b in ("a", "e", "i", "o", "ar", "en")]
_ENGLISH_ENDS = ("tion", "ment", "ing", "ity", "al", "ance", "er", "ism")


def words_of(index: ConceptIndex, lang: str) -> list[str]:
    """The words of one language, the common ones first.

    First what any project says; then the vocabularies' words among other simple ones;
    then rare words. Swedish ones are the dictionary's, the rare ones compounds of its
    most productive parts: of six words in a text one has parts, twice as many as in
    abstracts of research, so that search has the harder work. There is no English
    dictionary here: those words are coined by the language's usual endings.
    """
    rng = Random(f"words:{lang}")  # noqa: S311  (no secret)
    simple, rare = _swedish(dictionary.load(), rng) if lang == "sv" else _coined(rng)
    middle = sorted({*_label_words(index, lang), *simple})
    rng.shuffle(middle)
    return list(dict.fromkeys([*_COMMON[lang].split(), *middle, *rare]))


def _label_words(index: ConceptIndex, lang: str) -> set[str]:
    return {
        token.norm
        for concept in index
        for label in concept.labels
        if label.language == lang and label.kind != Label.Kind.HIDDEN
        for token in tokenize(label.text)
        if token.norm.isalpha()
        and len(token.norm) > 2
        and not is_stop_word(token.norm, lang)
    }


def _swedish(source: Dictionary, rng: Random) -> tuple[list[str], list[str]]:
    """Simple words, and compounds."""
    nouns = [word for word in source.words if _is_noun(word, source.flags_of(word))]
    nouns.sort(key=lambda word: (-source.end_count(word), word))
    begins = [begin for begin in source.begins if 3 < len(begin) < 9]
    begins = sorted(
        filter(str.isalpha, begins), key=lambda one: (-source.begin_counts[one], one)
    )
    compounds = zip(
        rng.choices(begins[:_PARTS], k=_COMPOUNDS),
        rng.choices(nouns[:_PARTS], k=_COMPOUNDS),
        strict=True,
    )
    return nouns[:_SIMPLE], ["".join(pair) for pair in compounds]


def _is_noun(word: str, flags: str) -> bool:
    return (
        3 < len(word) < 10
        and word.isalpha()
        and NAME not in flags
        and not NOUN.isdisjoint(flags)
    )


def _coined(rng: Random) -> tuple[list[str], list[str]]:
    words = [
        "".join(rng.choices(_SYLLABLES, k=rng.randint(1, 3)))
        + rng.choice(_ENGLISH_ENDS)
        for _word in range(_SIMPLE + _COMPOUNDS)
    ]
    return words[:_SIMPLE], words[_SIMPLE:]
