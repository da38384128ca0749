"""A section: a facade's bars, the water's waves, the layers of the ground."""

import math

from core.plates.canvas import HEIGHT, Canvas, Polygon, path, rng


def sketch(seed: str, canvas: Canvas):
    """A function (class, field, solid) → SVG marks."""

    def marks(css: str, field: Polygon, solid: bool) -> str:
        chance = rng(seed, "section", css)
        if css == "env":
            return _waves(chance, canvas, solid)
        bars = _facade(chance, canvas) if css == "soc" else _ground(chance, canvas)
        d = "".join(map(path, bars))
        if solid:
            return f'<path class="b" d="{d}"/>'
        return f'<path class="l" stroke-width="3" d="{d}"/>'

    return marks


def _facade(chance, canvas: Canvas) -> list[Polygon]:
    bars, x = [], -20
    while x < canvas.width:
        w = chance.choice((10, 14, 14, 22, 34))
        top = 40 * round(chance.random() ** 2 * 11)
        bars.append([(x, top), (x + w, top), (x + w, HEIGHT), (x, HEIGHT)])
        x += w + chance.choice((10, 14, 18, 30))
    return bars


def _ground(chance, canvas: Canvas) -> list[Polygon]:
    layers, y, slope = [], 0, chance.uniform(-0.05, 0.05)
    fall, right = slope * canvas.width, canvas.width + 10
    while y < HEIGHT + 120:
        t = chance.choice((5, 8, 8, 14, 26, 40))
        top, low = y - 60, y - 60 + t
        layers.append(
            [(-10, top), (right, top + fall), (right, low + fall), (-10, low)]
        )
        y += t + chance.choice((9, 12, 16, 22))
    return layers


def _waves(chance, canvas: Canvas, solid: bool) -> str:
    swell, pace = chance.uniform(14, 34), chance.uniform(0.006, 0.011)
    phase = chance.uniform(0, 6)
    drawn = []
    for n in range(-2, 34):
        points = []
        for x in range(-20, canvas.width + 40, 40):
            y = n * 26 + swell * math.sin(pace * x + phase + n * 0.18)
            y += swell * 0.5 * math.sin(2.3 * pace * x - n * 0.31)
            points.append((x, y))
        width = 4 + 5 * (0.5 + 0.5 * math.sin(n * 0.55 + phase)) if solid else 3
        drawn.append(
            f'<path class="{"d" if solid else "l"}" stroke-width="{width:.1f}" '
            f'd="{path(points, close=False)}"/>'
        )
    return "".join(drawn)
