"""How projects cover the three aspects of sustainability.

What stands here is pure; :mod:`.history` reads and writes the database.
"""

from .states import ASPECTS, Claim, Coverage, State, coverage_of

__all__ = ["ASPECTS", "Claim", "Coverage", "State", "coverage_of"]
