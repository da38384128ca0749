"""Why hits stand where they stand: parts that sum to each score."""

from collections.abc import Sequence

from search.engines.database import matching
from search.engines.database.resident import Resident
from search.engines.database.scoring import Scores
from search.ranking import Reason


def reasons(
    resident: Resident, scores: Scores, numbers: Sequence[int]
) -> dict[int, list[Reason]]:
    """For each document, the parts that its score was made of, in that order."""
    found: dict[int, list[Reason]] = {number: [] for number in numbers}
    for word, clause, own in matching.clause_scores(resident, scores.spelling.words):
        for number in numbers:
            if own.get(number):
                text = word.text if clause.kind == "word" else _instead(word, clause)
                found[number].append(
                    Reason(f"{clause.kind}:{clause.lang}", text, own[number])
                )
    for number in numbers:
        own = found[number]
        words = scores.words.get(number, 0.0)
        _difference(own, "togetherness", words)
        for meaning, value, bits in scores.meanings:
            if bits >> number & 1:
                own.append(Reason(f"meaning:{meaning.name}", meaning.text, value))
        matched = sum(reason.value for reason in own)
        known = matched * resident.priors[number]
        _difference(own, "prior", known)
        for factor, members in scores.leanings:
            if number in members:
                known *= factor
        _difference(own, "leaning", known)
        if number in scores.certain:
            own.append(Reason("certainty", "", scores.certain[number]))
    return found


def _difference(own: list[Reason], name: str, whole: float) -> None:
    """What a factor added or took."""
    value = whole - sum(reason.value for reason in own)
    if abs(value) > 1e-9:
        own.append(Reason(name, "", value))


def _instead(word, clause) -> str:
    others = ", ".join(" ".join(tokens) for tokens in clause.stems)
    return f"{word.text} → {others}"
