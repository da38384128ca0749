"""Sets of documents as bits: one set for each facet value.

A document is a small whole number, and a set of them an integer with those bits.
Counting a facet value among the hits is one ``&`` and one ``bit_count``: at 50,000
documents some microseconds, where joining rows takes a tenth of a second.
"""

from collections.abc import Iterable, Mapping
from typing import TypeVar

Value = TypeVar("Value")


def from_ids(ids: Iterable[int]) -> int:
    """The set of ``ids`` (whole numbers from 0), in linear time."""
    numbers = list(ids)
    if not numbers:
        return 0
    buffer = bytearray(max(numbers) // 8 + 1)
    for number in numbers:
        buffer[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(buffer, "little")


def to_ids(bits: int) -> list[int]:
    """The numbers in the set, in order, in linear time."""
    numbers = []
    for place, byte in enumerate(to_blob(bits)):
        while byte:
            lowest = byte & -byte
            numbers.append(place * 8 + lowest.bit_length() - 1)
            byte ^= lowest
    return numbers


def to_blob(bits: int) -> bytes:
    return bits.to_bytes((bits.bit_length() + 7) // 8, "little")


def from_blob(blob: bytes) -> int:
    return int.from_bytes(blob, "little")


def only(values: Mapping[int, Value], bits: int) -> dict[int, Value]:
    """Of the values by number, those whose number is in the set.

    A text of noughts and ones is made at once, and asked faster than anything else.
    """
    digits = f"{bits:b}"[::-1]
    last = len(digits)
    return {n: v for n, v in values.items() if n < last and digits[n] == "1"}


class Members:
    """A set prepared for many questions of membership, each in constant time."""

    def __init__(self, bits: int):
        self._bytes = to_blob(bits)

    def __contains__(self, number: int) -> bool:
        place = number >> 3
        return place < len(self._bytes) and bool(self._bytes[place] >> (number & 7) & 1)
