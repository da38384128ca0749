"""Why hits stand where they stand: parts that sum to each score."""

from collections.abc import Mapping, Sequence

from search.engines.spelling import Spelling
from search.query.plan import Meaning
from search.ranking import Reason


def reasons(
    given: Mapping[str, float],
    score: float,
    prior: float,
    spelling: Spelling,
    meanings: Sequence[Meaning],
    leaning: float,
) -> list[Reason]:
    """The parts of one hit's score.

    ``given`` is what each named query gave the hit; ``prior`` and ``leaning`` are
    the factors that it has.
    """
    own = []
    for number, word in enumerate(spelling.words):
        for place, clause in enumerate(word.clauses):
            if value := given.get(f"clause:{number}:{place}"):
                others = ", ".join(" ".join(tokens) for tokens in clause.stems)
                text = word.text if clause.kind == "word" else f"{word.text} → {others}"
                own.append(Reason(f"{clause.kind}:{clause.lang}", text, value))
    words = sum(reason.value for reason in own)
    meant = [
        Reason(f"meaning:{meaning.name}", meaning.text, value)
        for number, meaning in enumerate(meanings)
        if (value := given.get(f"meaning:{number}"))
    ]
    certain = sum(value for name, value in given.items() if name.startswith("certain:"))
    # What is left of the score is the words and meanings, times the factors.
    matched = (score - certain) / (prior * leaning)
    meaning = sum(reason.value for reason in meant)
    parts = [
        *own,
        Reason("togetherness", "", matched - meaning - words),
        *meant,
        Reason("prior", "", matched * (prior - 1)),
        Reason("leaning", "", matched * prior * (leaning - 1)),
        Reason("certainty", "", certain),
    ]
    # The server counts with seven digits.
    least = max(abs(score) * 1e-6, 1e-9)
    return [part for part in parts if abs(part.value) > least]
