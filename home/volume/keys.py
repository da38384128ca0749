"""Keys that say of themselves that what they name was generated."""

import uuid

#: UUIDs of version 8 are free to mean something (RFC 9562): these begin with "volu".
_BEGIN = "766f6c75"
FIRST = uuid.UUID(f"{_BEGIN}{'0' * 24}")
LAST = uuid.UUID(f"{_BEGIN}{'f' * 24}")
MAX_SEED = 0xFFFF

_KINDS = {"project": 1, "person": 2, "organisation": 3}


def volume_key(kind: str, seed: int, number: int) -> uuid.UUID:
    """The key of the thing with this number; ``seed`` is at most ``MAX_SEED``."""
    return uuid.UUID(f"{_BEGIN}{seed:04x}8{_KINDS[kind]:03x}8{number:015x}")
