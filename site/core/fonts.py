"""The site's own fonts: four small WOFF2 files cut from two open families.

The sources (Source Serif 4 and Inter, SIL Open Font License 1.1) come with the
package ``justmytype-western-core``. Cutting takes some ten seconds and happens when
the site is set up; the files lie in ``var/fonts`` and are not part of the repository.
"""

import hashlib
import shutil
from dataclasses import asdict, dataclass
from importlib.resources import files
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

#: Latin as Swedish, English and the neighbours' languages need it, and the signs that
#: our typography uses.
TEXT_RANGE = (
    "20-7E,A0-17F,2010-2015,2018-201E,2020-2022,2026,2030,2032,2033,2039,203A,"
    "20AC,2190-2193,2197,2212,D7"
)
DISPLAY_RANGE = "20-7E,A0,A7,AB,AD,B0,B7,BB,C0-17F,2010-2014,2018-201E,2026,20AC,2212"
TEXT_FEATURES = (
    "kern", "liga", "calt", "lnum", "tnum", "pnum", "locl", "ccmp", "mark", "case",
)  # fmt: skip
DISPLAY_FEATURES = ("kern", "liga", "lnum", "locl", "ccmp", "mark")

#: How often a letter stands in Swedish text (parts of 10,000, the space included):
#: what the mean width of a font is weighed with.
LETTERS = {
    " ": 1700, "e": 1015, "a": 938, "n": 854, "t": 769, "r": 843, "s": 659, "i": 582,
    "l": 528, "d": 470, "o": 448, "m": 347, "k": 314, "g": 286, "v": 242, "h": 209,
    "f": 203, "u": 192, "p": 184, "ä": 180, "b": 154, "c": 149, "å": 134, "ö": 131,
    "y": 71, "j": 61, "x": 16, "w": 14, "z": 7, "q": 2,
}  # fmt: skip

#: Mean width by LETTERS, in em, of fonts that readers have: measured on the metrically
#: equal Liberation fonts, Georgia from its published width table.
SYSTEM_WIDTHS = {"Arial": 0.4445, "Georgia": 0.449, "Times New Roman": 0.4026}


@dataclass(frozen=True)
class Cut:
    """One file to make: which part of which variable font.

    ``axes`` maps an axis to a fixed value or to (minimum, default, maximum).
    """

    name: str
    source: str
    axes: dict[str, float | tuple[float, float, float]]
    unicodes: str
    features: tuple[str, ...]


CUTS = (
    Cut(
        "serif-text",
        "sourceserif4/SourceSerif4[opsz,wght].ttf",
        {"wght": (350, 400, 600), "opsz": 18},
        TEXT_RANGE,
        TEXT_FEATURES,
    ),
    Cut(
        "serif-text-italic",
        "sourceserif4/SourceSerif4-Italic[opsz,wght].ttf",
        {"wght": 400, "opsz": 18},
        DISPLAY_RANGE,
        DISPLAY_FEATURES,
    ),
    Cut(
        "serif-display",
        "sourceserif4/SourceSerif4[opsz,wght].ttf",
        {"wght": (350, 400, 400), "opsz": 48},
        DISPLAY_RANGE,
        DISPLAY_FEATURES,
    ),
    Cut(
        "sans",
        "inter/Inter[opsz,wght].ttf",
        {"wght": (400, 400, 700), "opsz": 14},
        TEXT_RANGE,
        TEXT_FEATURES,
    ),
)


def sources() -> Path:
    """The folder of the families' source files."""
    return Path(str(files("justmytype_western_core"))) / "fonts" / "ofl"


def recipe() -> str:
    """A digest of what is cut and from which sources: the same means up to date."""
    digest = hashlib.sha256()
    for cut in CUTS:
        digest.update(repr(sorted(asdict(cut).items())).encode())
        digest.update((sources() / cut.source).read_bytes())
    return digest.hexdigest()


def build_fonts(folder: Path) -> list[Path]:
    """Cut the fonts into ``folder``; return the files made, none if all stand."""
    stamp = folder / ".recipe"
    wanted = recipe()
    made = [folder / f"{cut.name}.woff2" for cut in CUTS]
    if (
        stamp.exists()
        and stamp.read_text() == wanted
        and all(path.exists() for path in made)
    ):
        return []
    folder.mkdir(parents=True, exist_ok=True)
    for cut, path in zip(CUTS, made, strict=True):
        _cut(cut, path)
    for family in sorted({cut.source.split("/")[0] for cut in CUTS}):
        # The licence asks to be shipped beside the fonts.
        shutil.copyfile(sources() / family / "OFL.txt", folder / f"{family}-OFL.txt")
    stamp.write_text(wanted)
    return made


def _cut(cut: Cut, path: Path) -> None:
    font = TTFont(sources() / cut.source)
    options = subset.Options()
    options.layout_features = list(cut.features)
    options.hinting = False
    options.notdef_outline = True
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(cut.unicodes))
    # First fewer glyphs, then fewer axes: the other order takes many times longer.
    subsetter.subset(font)
    font = instancer.instantiateVariableFont(font, cut.axes)
    font.flavor = "woff2"
    # Written beside and moved into place: an interrupted run leaves no half a font.
    draft = path.with_suffix(".part")
    font.save(draft)
    draft.replace(path)


def fallback_metrics(path: Path, system: str) -> dict[str, float]:
    """What makes the font ``system`` take the room of the font file at ``path``.

    Percentages for the descriptors of ``@font-face`` (CSS Fonts 5): ``size-adjust``
    evens out the mean width, the overrides then restore ascent and descent.
    """
    font = TTFont(path)
    em = font["head"].unitsPerEm
    glyphs, widths = font.getBestCmap(), font["hmtx"]
    mean = sum(widths[glyphs[ord(c)]][0] * n for c, n in LETTERS.items())
    scale = mean / sum(LETTERS.values()) / em / SYSTEM_WIDTHS[system]
    return {
        "size-adjust": round(scale * 100, 1),
        "ascent-override": round(font["hhea"].ascent / em / scale * 100, 1),
        "descent-override": round(-font["hhea"].descent / em / scale * 100, 1),
    }
