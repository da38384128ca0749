"""Which Swedish words there are, what they inflect from and may be parts of."""

import re
import threading
from collections.abc import Iterable

from language import dictionary
from language.affixes import Inflections
from language.hunspell import INFLECTED, NAME, NOUN, ONLY_INSIDE, Dictionary, may_end
from language.irregular import PLURAL_FORM, PLURALS, WORDS
from language.snowball import swedish as snowball

GENITIVE = "A"
VERB = "m"  # -r
_AGENT = re.compile(r"(.{3,}a)(?:res?|rens?|rnas?)")
OWN_WORD_COUNT = 20
"""How many compounds a word of the site's own vocabulary is taken to be part of."""


class Lexicon:
    """The dictionary together with the site's own words.

    Immutable, so that threads can share one: ``with_words`` gives a new one.
    """

    def __init__(self, source: Dictionary, own_words: frozenset[str] = frozenset()):
        self._dictionary = source
        self._inflections = Inflections(source.suffixes)
        self._own = own_words
        self._own_by_stem = {snowball(word): word for word in sorted(own_words)}
        self._own_begins = {
            begin: word for word in sorted(own_words) for begin in _begins_of(word)
        }

    def with_words(self, words: Iterable[str]) -> "Lexicon":
        """This lexicon and the site's own words (single words; others are ignored).

        They may be parts of compounds and are known not to be typing errors.
        """
        single = {word.lower() for word in words if word.isalpha() and len(word) > 3}
        return Lexicon(self._dictionary, self._own | single)

    def knows(self, word: str) -> bool:
        """Whether ``word``, lower case, is a word or an inflection of one."""
        return (
            self._is_word(word)
            or word in self._own
            or any(self._uninflected(word))
            or PLURAL_FORM.fullmatch(word) is not None
        )

    def is_name(self, word: str) -> bool:
        """Whether the dictionary has ``word`` with a capital letter only."""
        return NAME in self._dictionary.flags_of(word)

    def lemma(self, form: str) -> str:
        """The word that ``form`` is an inflection of; ``form`` if that is unknown.

        Where there are several, nouns come before verbs, and then the word that
        more compounds end in.
        """
        if form in WORDS:
            return WORDS[form]
        singular = self._irregular(form)
        if singular:
            return singular
        own_flags = self._dictionary.flags_of(form)
        if NAME in own_flags:
            return form
        # Some inflected forms have entries of their own, without inflections.
        if ONLY_INSIDE not in own_flags and not INFLECTED.isdisjoint(own_flags):
            return form
        words = list(self._uninflected(form))
        if words:
            return min(words, key=self._preference)[0]
        return form

    def begin(self, form: str) -> tuple[str, int] | None:
        """The word behind ``form`` as a compound's beginning, and its count."""
        if form in self._own_begins:
            return self._own_begins[form], OWN_WORD_COUNT
        word = self._dictionary.begins.get(form)
        if word is None:
            return None
        return word, self._dictionary.begin_counts[form]

    def end(self, form: str) -> tuple[str, int] | None:
        """The word behind ``form`` as a compound's end, inflected or not."""
        own = self._own_by_stem.get(snowball(form))
        if own is not None:
            return own, OWN_WORD_COUNT
        word = self.lemma(form)
        flags = self._dictionary.flags_of(word)
        if word not in self._dictionary.words:
            return self._agent(form)
        if not may_end(word, flags):
            return None
        return word, self._dictionary.end_count(word)

    def _agent(self, form: str) -> tuple[str, int] | None:
        """Who does what a verb says: the dictionary lacks many (planerare)."""
        found = _AGENT.fullmatch(form)
        if found and VERB in self._dictionary.flags_of(found[1]):
            return found[1] + "re", 0
        return None

    def _is_word(self, word: str) -> bool:
        return (
            word in self._dictionary.words
            and ONLY_INSIDE not in self._dictionary.flags_of(word)
        )

    def _uninflected(self, form: str) -> Iterable[tuple[str, str]]:
        flags_of = self._dictionary.flags_of
        for word, flag in self._inflections.words(form, flags_of):
            flags = flags_of(word)
            # A name has a genitive, and no other inflection: Åsa is not of Åsum.
            if ONLY_INSIDE not in flags and (NAME not in flags or flag == GENITIVE):
                yield word, flag

    def _preference(self, candidate: tuple[str, str]) -> tuple[bool, int, str]:
        word, flag = candidate
        return flag not in NOUN, -self._dictionary.end_count(word), word

    def _irregular(self, form: str) -> str | None:
        found = PLURAL_FORM.fullmatch(form)
        if found is None:
            return None
        before, plural = found.groups()
        word = before + PLURALS[plural]
        if not before or before in self._dictionary.begins or self._is_word(word):
            return word
        return None


def _begins_of(word: str) -> Iterable[str]:
    """How a word that the dictionary says nothing of may begin a compound."""
    yield word
    yield word + "s"
    if word.endswith("are") or word.endswith("a"):
        yield word[:-1]


class _Current:
    """The process's lexicon, loaded when it is first needed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._lexicon: Lexicon | None = None

    def get(self) -> Lexicon:
        """The process's lexicon: the dictionary's, unless one was set."""
        if self._lexicon is None:
            with self._lock:
                if self._lexicon is None:
                    self._lexicon = Lexicon(dictionary.load())
        return self._lexicon

    def set(self, lexicon: Lexicon | None) -> None:
        """Makes ``lexicon`` the process's (None: the dictionary's again).

        What is indexed was understood with the lexicon of its time: index again
        after words were added.
        """
        with self._lock:
            self._lexicon = lexicon


_current = _Current()
get_lexicon = _current.get
set_lexicon = _current.set
