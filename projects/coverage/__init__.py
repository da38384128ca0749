"""How projects cover the three aspects of sustainability.

What stands in :mod:`.states`, :mod:`.explaining` and :mod:`.timeline` is pure.
"""

from .states import ASPECTS, Claim, Coverage, State, coverage_of

__all__ = ["ASPECTS", "Claim", "Coverage", "State", "coverage_of"]
