"""Words that ask for a person: "vem kan …", "expert på …", "who knows …"."""

from collections.abc import Iterator, Sequence

from language import Token

_ASKING = (
    # Swedish
    "vem",
    "vilka kan",
    "vilka vet",
    "vilka arbetar",
    "vilka jobbar",
    "vilka forskar",
    "någon som",
    "nån som",
    "några som",
    "en person som",
    "personer som",
    "folk som",
    "expert",
    "experter",
    "expertis",
    "sakkunnig",
    "sakkunniga",
    "specialist",
    "specialister",
    "kunnig",
    "kunniga",
    "kontaktperson",
    "kontaktpersoner",
    # English
    "who",
    "someone who",
    "somebody who",
    "anyone who",
    "anybody who",
    "a person who",
    "people who",
    "experts",
    "expertise",
    "specialists",
)
#: What may stand before, and says no more: "finns det någon som …".
_BEFORE = (
    "finns det",
    "jag söker",
    "vi söker",
    "söker",
    "jag letar efter",
    "vi letar efter",
    "letar efter",
    "jag behöver",
    "vi behöver",
    "is there",
    "are there",
    "i need",
    "we need",
    "looking for",
)
#: What may follow and belongs to the asking, not to the subject.
_FOLLOWING = """
är kan vet har vill arbetar jobbar forskar känner förstår sig till ansvarar sysslar
hjälpa hjälper mig oss något mycket mest bra duktig kunnig insatt intresserad expert
experter sakkunnig specialist kunskap kunskaper kompetens erfarenhet erfarenheter om på
av med inom i kring för hos en den det att
is are can could knows know does has have works work working researches help me us
something much most good expert experts specialist specialists knowledge experience
expertise about of on in at with for the a an to
"""
FOLLOWING = frozenset(_FOLLOWING.split())


def _sequences(phrases: Sequence[str]) -> list[tuple[str, ...]]:
    """As words, the longest first."""
    return sorted((tuple(phrase.split()) for phrase in phrases), key=len, reverse=True)


_ASKING_WORDS, _BEFORE_WORDS = _sequences(_ASKING), _sequences(_BEFORE)


def people_asked_for(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The spans of ``tokens`` that ask for a person: first and last place, inclusive.

    A "who" in the middle of a sentence asks for nobody.
    """
    norms = tuple(token.norm for token in tokens)
    place = 0
    while place < len(norms):
        start = place
        before = _at(norms, place, _BEFORE_WORDS)
        asking = _at(norms, place + before, _ASKING_WORDS)
        if not asking or (norms[place] == "who" and place):
            place += 1
            continue
        place += before + asking
        while place < len(norms) and norms[place] in FOLLOWING:
            place += 1
        yield start, place - 1


def _at(
    norms: tuple[str, ...], place: int, sequences: Sequence[tuple[str, ...]]
) -> int:
    """How many words of one of the sequences stand at ``place``; 0 for none."""
    for words in sequences:
        if norms[place : place + len(words)] == words:
            return len(words)
    return 0
