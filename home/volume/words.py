"""Words to write with: what the vocabularies say, and what the language has."""

from random import Random

from language import dictionary, is_stop_word, tokenize
from language.hunspell import NAME, NOUN, Dictionary
from taxonomy.index import ConceptIndex
from taxonomy.models import Label

#: Beginnings and ends of compounds to combine.
_PARTS = 300
_COMPOUNDS = 15_000
_COINED = 15_000
_LONGEST = 16
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

    First what any project says, then at random those of the vocabularies' labels among
    many others: in Swedish compounds of the dictionary's most productive parts, in
    English, for which there is no dictionary here, words coined by its usual endings.
    """
    rng = Random(f"words:{lang}")  # noqa: S311  (no secret)
    more = _swedish(dictionary.load(), rng) if lang == "sv" else _coined(rng)
    others = sorted({*_label_words(index, lang), *more})
    rng.shuffle(others)
    return list(dict.fromkeys([*_COMMON[lang].split(), *others]))


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


def _swedish(source: Dictionary, rng: Random) -> list[str]:
    nouns = sorted(
        word
        for word in source.words
        if 3 < len(word) < 12 and word.isalpha() and _is_noun(source.flags_of(word))
    )
    by_use = sorted(nouns, key=lambda word: (-source.end_count(word), word))
    begins = sorted(
        (begin for begin in source.begins if 3 < len(begin) < 9 and begin.isalpha()),
        key=lambda begin: (-source.begin_counts[begin], begin),
    )
    compounds = [
        begin + end
        for begin in begins[:_PARTS]
        for end in by_use[:_PARTS]
        if len(begin + end) <= _LONGEST
    ]
    return rng.sample(compounds, min(_COMPOUNDS, len(compounds)))


def _is_noun(flags: str) -> bool:
    return NAME not in flags and not NOUN.isdisjoint(flags)


def _coined(rng: Random) -> list[str]:
    return [
        "".join(rng.choices(_SYLLABLES, k=rng.randint(1, 3)))
        + rng.choice(_ENGLISH_ENDS)
        for _word in range(_COINED)
    ]
