"""Words that say nothing about what somebody looks for."""

_SWEDISH_WORDS = """
och i att en ett det den de som på är av för med till om var vad vem vilka vilken
vilket hur när varför där här har hade ha kan kunde ska skall skulle vill inte men
eller så han hon vi ni jag du man sig sin sitt sina oss er dem dessa denna detta
från vid mot under över efter utan mellan genom samt också bara mer mycket alla allt
något någon några ingen inget inga varit vara blir bli blev blivit finns fanns få
får fick göra gör gjorde nu då ju än även hos ur in ut upp ner mig dig honom henne
min mitt mina din ditt dina vår vårt våra ert era deras dess hans hennes vars både
dels enligt kring runt inom bland per via annan annat andra övrig övriga övrigt
sådan sådana sådant
"""
SWEDISH = frozenset(_SWEDISH_WORDS.split())

_ENGLISH_WORDS = """
a an and are as at be been being but by can could did do does for from had has have
he her his how i if in into is it its me my no not of on or our she so than that the
their them then there these they this those to us was we were what when where which
who whom why will with would you your about any some such
get gets got getting
"""
ENGLISH = frozenset(_ENGLISH_WORDS.split())


def is_stop_word(norm: str, lang: str) -> bool:
    """Whether a lower-case word is a stop word of ``lang`` (``sv`` or ``en``)."""
    return norm in (ENGLISH if lang == "en" else SWEDISH)
