"""The picture that stands beside a link when somebody shares a page.

1200 × 630 pixels (what Open Graph's readers crop least): the border line, the title,
the triad and its words. Drawn with Pillow and the sources of the site's own fonts.
"""

from io import BytesIO
from itertools import pairwise
from math import cos, dist, pi, sin

from PIL import Image, ImageDraw, ImageFont

from core.fonts import sources
from core.triad import ASPECTS, LARGE, POINTS, SIDE, states_of, words

SIZE = (1200, 630)
PAPER, INK, QUIET, BORDER = "#ffffff", "#10202c", "#43535f", "#0b3fbf"
GHOST = "#e0e2e4"
FILLS = {
    "sociocultural": "#b0175a",
    "environmental": "#00755e",
    "economic": "#b07800",
}
#: Drawn this much larger and then shrunk: Pillow's shapes have no soft edges.
OVERSIZE = 3
#: Room for half a dashed outline, in units of the triad.
EDGE = 0.2
RAIL, MARGIN, FIGURE = 330, 60, 210


def share_card(title: str, coverage=None, site: str = "På gränsen") -> bytes:
    """A PNG of the title, and of the triad with its words where there is a coverage.

    A title of any length is made to fit: smaller type first, then an ellipsis.
    """
    card = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(card)
    pen.rectangle((RAIL, 0, RAIL + 3, SIZE[1]), fill=BORDER)
    left, room = RAIL + MARGIN, SIZE[0] - RAIL - 2 * MARGIN
    bottom = SIZE[1] - MARGIN
    small = _font("inter/Inter[opsz,wght].ttf", 28, weight=400)
    pen.text(
        (MARGIN, bottom),
        site,
        font=_font("sourceserif4/SourceSerif4[opsz,wght].ttf", 38, weight=400),
        fill=INK,
        anchor="ls",
    )
    if coverage is not None:
        card.paste(_figure(coverage, FIGURE), (MARGIN, MARGIN))
        lines = _lines(words(coverage), small, room)
        for n, line in enumerate(reversed(lines)):
            pen.text((left, bottom - 40 * n), line, font=small, fill=QUIET, anchor="ls")
        bottom -= 40 * len(lines) + 20
    font, lines, leading = _fit(title, room, bottom - MARGIN)
    for n, line in enumerate(lines):
        pen.text((left, MARGIN - 8 + leading * n), line, font=font, fill=INK)
    out = BytesIO()
    card.save(out, "PNG", optimize=True)
    return out.getvalue()


def _font(source: str, size: int, weight: int):
    """A font of ours, or Pillow's own where the package with the sources is missing."""
    try:
        font = ImageFont.truetype(sources() / source, size)
        axes = {b"optical size": min(size, 32), b"weight": weight}
        font.set_variation_by_axes(
            [axes[axis["name"].lower()] for axis in font.get_variation_axes()]
        )
    except (OSError, ModuleNotFoundError):
        return ImageFont.load_default(size)
    return font


def _fit(title: str, room: int, height: int):
    """The largest type in which the title has room: font, lines, leading in pixels."""
    for size in (84, 72, 62, 54, 46, 40):
        font = _font("sourceserif4/SourceSerif4[opsz,wght].ttf", size, weight=400)
        leading = round(size * 1.14)
        most = max(1, height // leading)
        lines = _lines(title, font, room)
        if len(lines) <= most:
            return font, lines, leading
    lines = lines[:most]
    while lines[-1] and font.getlength(lines[-1] + " …") > room:
        lines[-1] = lines[-1][:-1]
    lines[-1] += " …"
    return font, lines, leading


def _lines(text: str, font, room: int) -> list[str]:
    """The text in lines that fit; a word longer than a line is broken with a hyphen."""
    lines, line = [], ""
    for word in text.replace("\u00ad", "").split():
        longer = f"{line} {word}".strip()
        if font.getlength(longer) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        while font.getlength(word) > room:
            end = len(word)
            while font.getlength(word[:end] + "-") > room:
                end -= 1
            lines.append(word[:end] + "-")
            word = word[end:]
        line = word
    return [*lines, line] if line else lines


def _figure(coverage, side: int) -> Image.Image:
    """The large triad as a picture, ``side`` pixels square, on paper."""
    scale = side * OVERSIZE / (SIDE + 2 * EDGE)
    figure = Image.new("RGB", (side * OVERSIZE, side * OVERSIZE), PAPER)
    pen = ImageDraw.Draw(figure)
    for aspect, state in zip(ASPECTS, states_of(coverage), strict=True):
        field = [((x + EDGE) * scale, (y + EDGE) * scale) for x, y in _field(aspect)]
        if state == "covered":
            pen.polygon(field, fill=FILLS[aspect])
        elif state == "claimed":
            mask = Image.new("L", figure.size, 0)
            ImageDraw.Draw(mask).polygon(field, fill=255)
            striped = Image.new("RGB", figure.size, PAPER)
            rules = ImageDraw.Draw(striped)
            for n in range(round(SIDE / LARGE.period)):
                top = (n * LARGE.period + EDGE) * scale
                low = top + LARGE.rule * scale
                rules.rectangle((0, top, figure.width, low), fill=FILLS[aspect])
            figure.paste(striped, mask=mask)
        elif state == "missing":
            _dashes(pen, [*field, field[0]], scale)
        else:
            pen.polygon(field, fill=GHOST)
            x, y = ((value + EDGE) * scale for value in POINTS[aspect])
            pen.circle((x, y), LARGE.point * scale, fill=INK)
    return figure.resize((side, side), Image.Resampling.LANCZOS)


def _field(aspect: str) -> list[tuple[float, float]]:
    """The corners of a field in the triad's square; the vault's arc in short steps."""
    width, floor = (SIDE - LARGE.gap) / 2, 13 - LARGE.gap / 2
    if aspect == "economic":
        return [
            (0, floor + LARGE.gap),
            (SIDE, floor + LARGE.gap),
            (SIDE, SIDE),
            (0, SIDE),
        ]
    if aspect == "environmental":
        left = SIDE - width
        return [(left, 0), (SIDE, width), (SIDE, floor), (left, floor)]
    steps = [pi + pi / 2 * n / 48 for n in range(49)]
    arc = [(width + width * cos(a), width + width * sin(a)) for a in steps]
    return [*arc, (width, floor), (0, floor)]


def _dashes(pen: ImageDraw.ImageDraw, line, scale: float) -> None:
    """A dashed line along points, with the dashes running on around the corners."""
    width, dash, gap = round(LARGE.stroke * scale), 0.9 * scale, 0.6 * scale
    left, drawing = dash, True
    for (x1, y1), (x2, y2) in pairwise(line):
        length, at = dist((x1, y1), (x2, y2)), 0.0
        while at < length:
            step = min(left, length - at)
            if drawing:
                a, b = at / length, (at + step) / length
                start = (x1 + (x2 - x1) * a, y1 + (y2 - y1) * a)
                end = (x1 + (x2 - x1) * b, y1 + (y2 - y1) * b)
                pen.line((start, end), fill=INK, width=width)
            at, left = at + step, left - step
            if left <= 1e-9:
                drawing = not drawing
                left = dash if drawing else gap
