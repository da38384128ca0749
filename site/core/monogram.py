"""Monograms: what stands for a person who has no photograph.

Two initials on either side of a sloping border. The line goes between the letters,
never across them: across, it reads as a strike-out.
"""

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True)
class Monogram:
    """A drawing in the square 0 0 120 120.

    ``field`` and ``border`` are paths; ``letters`` are (character, x, baseline).
    """

    field: str
    border: str
    letters: tuple[tuple[str, int, int], ...]


def initials(name: str) -> str:
    """First letters of the first and the last word: ``Anna af Ek`` gives ``AE``."""
    parts = [part for part in name.split() if part[0].isalnum()]
    if not parts:
        return ""
    if len(parts) == 1:
        return parts[0][0].upper()
    return (parts[0][0] + parts[-1][0]).upper()


def monogram(name: str) -> Monogram:
    """The drawing for a name: the same name always gives the same one."""
    digest = hashlib.sha256(name.encode()).digest()
    lean = 12 + digest[0] % 9  # how far the border leans at top and bottom
    top, bottom = (60 + lean, 60 - lean) if digest[1] % 2 else (60 - lean, 60 + lean)
    field = f"M{top} 0H120V120H{bottom}Z"
    border = f"M{top} 0L{bottom} 120"
    # Where the border leans to the right at the top, the first letter has its room
    # there, and the second at the bottom.
    high, low = 62 + digest[2] % 9, 92 + digest[2] % 9
    first, second = (high, low) if top > bottom else (low, high)
    letters = initials(name)
    if len(letters) == 1:
        return Monogram(field, border, ((letters, 30, first),))
    if not letters:
        return Monogram(field, border, ())
    placed = ((letters[0], 30, first), (letters[1], 90, second))
    return Monogram(field, border, placed)
