"""Swedish words made from one root: biolog, biologi, biologisk.

Inflection ends where a word of its own begins, so these have different stems, and
yet whoever looks for one means the others too, only less.
"""

_OLOGY = ("ologisk", "ologi", "olog")
_ENDINGS = ("istisk", "isering", "iser", "isk", "ik", "iker", "ism", "ist", "i")
_SHORTEST_ROOT = 4
_SHORTEST_BARE = 5


def relatives(stem: str) -> tuple[str, ...]:
    """Stems that may belong to words of the same root as the Swedish ``stem``.

    They are formed, not looked up: most exist, some do not, and one that does not
    finds nothing.
    """
    if not stem.isalpha():
        return ()
    for ending in _OLOGY:
        root = stem.removesuffix(ending)
        if root != stem and len(root) >= 2:
            return tuple(root + other for other in _OLOGY if other != ending)
    for ending in _ENDINGS:
        root = stem.removesuffix(ending)
        if root != stem and len(root) >= _SHORTEST_ROOT:
            others = ("", *_ENDINGS)
            return tuple(root + other for other in others if other != ending)
    if len(stem) < _SHORTEST_BARE:
        return ()
    return tuple(stem + ending for ending in _ENDINGS)
