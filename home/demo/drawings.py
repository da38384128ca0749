"""Pictures that we drew ourselves: one for each aspect, with the border through it.

Made by rule, the same each time. Nobody and no place is depicted.
"""

import math
from collections.abc import Callable
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1800, 800
#: Drawn so many times larger, then made smaller: Pillow's lines have no soft edges.
_FINER = 2
_GROUND, _INK, _BORDER = "#e9eef1", "#10202c", "#0b3fbf"

Pen = ImageDraw.ImageDraw


def houses(pen: Pen, rng: Random) -> None:
    """A street of gabled houses, some windows lit."""
    pen.rectangle((0, 690, WIDTH, HEIGHT), fill="#f0aeca")
    left = -40
    while left < WIDTH:
        width, floors = rng.randrange(110, 210), rng.randrange(3, 7)
        top = 690 - floors * 78
        wall = rng.choice(("#b0175a", "#840c40", "#d24d86", "#e4a3bd"))
        right = left + width
        pen.rectangle((left, top, right, 690), fill=wall)
        middle, roof = (left + right) / 2, top - width * 0.42
        pen.polygon([(left, top), (middle, roof), (right, top)], fill=_INK)
        columns = width // 52
        step = width / (columns + 1)
        for floor in range(floors):
            for column in range(columns):
                x, y = left + step * (column + 1), top + 24 + floor * 78
                lit = rng.random() < 0.38
                pen.rectangle(
                    (x - 12, y, x + 12, y + 36), fill="#ffe3a3" if lit else _GROUND
                )
        left = right + rng.choice((0, 0, 0, 46))


def water(pen: Pen, rng: Random) -> None:
    """Rain over hills that gather it in a pond."""
    for shade, height, lift in (
        ("#8ad6c1", 360, 110),
        ("#3fa58d", 480, 90),
        ("#00755e", 590, 70),
    ):
        phase = rng.uniform(0, 6)
        ridge = [
            (
                x,
                height
                - lift * math.sin(x / 310 + phase)
                - 24 * math.sin(x / 90 + phase),
            )
            for x in range(0, WIDTH + 20, 20)
        ]
        pen.polygon([(0, HEIGHT), *ridge, (WIDTH, HEIGHT)], fill=shade)
    for row in range(5):
        points = [
            (x, 690 + row * 26 + 8 * math.sin(x / 46 + row))
            for x in range(0, WIDTH + 12, 12)
        ]
        pen.line(points, fill="#8ad6c1", width=5, joint="curve")
    for _drop in range(130):
        x, y = rng.randrange(WIDTH), rng.randrange(20, 400)
        length = rng.randrange(24, 60)
        pen.line((x, y, x - length * 0.32, y + length), fill="#005544", width=4)


def stones(pen: Pen, rng: Random) -> None:
    """Courses of stone, laid one upon the other, not yet done."""
    pen.rectangle((0, 720, WIDTH, HEIGHT), fill="#946300")
    tops = [560 - 380 * abs(math.sin(x / 520 + 0.6)) for x in range(0, WIDTH, 90)]
    for course in range(11):
        bottom = 720 - course * 56
        left = -rng.randrange(0, 120)
        while left < WIDTH:
            right = left + rng.randrange(96, 210)
            reach = tops[min(max(int((left + right) / 2) // 90, 0), len(tops) - 1)]
            if bottom > reach + 40:
                fill = rng.choice(
                    ("#c08400", "#a87200", "#efd08c", "#ffe3a3", "#d9a43a")
                )
                pen.rectangle((left + 3, bottom - 53, right - 3, bottom - 3), fill=fill)
            left = right


_DRAWN: dict[str, Callable[[Pen, Random], None]] = {
    "sociocultural": houses,
    "environmental": water,
    "economic": stones,
}


class _Scaled:
    """Draws with a pen as if the picture were of its final size."""

    def __init__(self, pen: Pen):
        self._pen = pen

    def __getattr__(self, name: str):
        draw = getattr(self._pen, name)

        def scaled(points, **options):
            if "width" in options:
                options["width"] *= _FINER
            return draw(_times(points), **options)

        return scaled


def _times(points):
    if points and isinstance(points[0], tuple):
        return [(x * _FINER, y * _FINER) for x, y in points]
    return tuple(value * _FINER for value in points)


def drawing(aspect: str) -> bytes:
    """The drawing for one aspect, as JPEG."""
    canvas = Image.new("RGB", (WIDTH * _FINER, HEIGHT * _FINER), _GROUND)
    pen = _Scaled(ImageDraw.Draw(canvas))
    _DRAWN[aspect](pen, Random(aspect))  # noqa: S311  (no secret: the same each time)
    pen.line((WIDTH * 0.618, 0, WIDTH * 0.618, HEIGHT), fill=_BORDER, width=7)
    file = BytesIO()
    canvas.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS).save(
        file, "JPEG", quality=88, optimize=True
    )
    return file.getvalue()
