"""City blocks, as in a figure-ground plan: each field is a quarter of its own."""

import math

from core.plates.canvas import HEIGHT, Canvas, Polygon, bounds, meets, path, rng


def sketch(seed: str, canvas: Canvas):
    """A function (class, field, solid) → SVG marks."""

    def marks(css: str, field: Polygon, solid: bool) -> str:
        frame = bounds(field)
        houses, yards = (
            [block for block in part if meets(block, frame)]
            for part in _plan(seed, css, canvas)
        )
        if not solid:
            d = "".join(map(path, houses + yards))
            return f'<path class="l" stroke-width="4" d="{d}"/>'
        return (
            f'<path class="b" d="{"".join(map(path, houses))}"/>'
            f'<path class="y" d="{"".join(map(path, yards))}"/>'
        )

    return marks


def _plan(seed: str, key: str, canvas: Canvas) -> tuple[list[Polygon], list[Polygon]]:
    """Turned rectangles, split until each is the size of a block; and their yards."""
    chance = rng(seed, "blocks", key)
    angle = math.radians(chance.uniform(-32, 32))
    cos, sin, cx, cy = math.cos(angle), math.sin(angle), canvas.width / 2, HEIGHT / 2
    houses: list[Polygon] = []
    yards: list[Polygon] = []

    def turned(x: float, y: float, w: float, h: float, margin: float) -> Polygon:
        corners = (
            (x + margin, y + margin),
            (x + w - margin, y + margin),
            (x + w - margin, y + h - margin),
            (x + margin, y + h - margin),
        )
        return [
            (
                cx + (px - cx) * cos - (py - cy) * sin,
                cy + (px - cx) * sin + (py - cy) * cos,
            )
            for px, py in corners
        ]

    def split(x: float, y: float, w: float, h: float, depth: int) -> None:
        small = w < 95 and h < 95
        if depth == 0 or small or (w < 190 and h < 190 and chance.random() < 0.35):
            if chance.random() < 0.09:
                return  # an open square
            houses.append(turned(x, y, w, h, 7))
            if min(w, h) > 80 and chance.random() < 0.6:
                yards.append(turned(x, y, w, h, min(w, h) * 0.3))
            return
        cut = chance.uniform(0.36, 0.64)
        street = 5 if depth < 6 else 16
        if w * chance.uniform(0.8, 1.25) > h:
            split(x, y, w * cut - street, h, depth - 1)
            split(x + w * cut + street, y, w * (1 - cut) - street, h, depth - 1)
        else:
            split(x, y, w, h * cut - street, depth - 1)
            split(x, y + h * cut + street, w, h * (1 - cut) - street, depth - 1)

    split(-300, -400, canvas.width + 600, HEIGHT + 800, 8)
    return houses, yards
