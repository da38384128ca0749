"""Contour lines, as in a survey of a landform: one drawing runs through all fields."""

import math
from itertools import pairwise

from core.plates.canvas import HEIGHT, Canvas, Point, rng

STEP = 20
LEVELS = 23
HILLS = 11


def sketch(seed: str, canvas: Canvas):
    """A function (class, field, solid) → SVG marks."""
    lines = _contours(seed, canvas)
    thin = "".join(d for d, strong in lines if not strong)
    strong = "".join(d for d, strong in lines if strong)

    def marks(css: str, field, solid: bool) -> str:
        pen = "d" if solid else "l"
        return (
            f'<path class="{pen}" stroke-width="3" d="{thin}"/>'
            f'<path class="{pen}" stroke-width="7" d="{strong}"/>'
        )

    return marks


def _contours(seed: str, canvas: Canvas) -> list[tuple[str, bool]]:
    """Paths of equal height, every fifth strong (marching squares over hills)."""
    grid = _heights(seed, canvas)
    low, high = min(map(min, grid)), max(map(max, grid))
    drawn = []
    for k in range(1, LEVELS):
        level = low + (high - low) * k / LEVELS
        for line in _chain(_segments(grid, level)):
            if len(line) > 5:
                drawn.append((_smooth(line), k % 5 == 0))
    return drawn


def _heights(seed: str, canvas: Canvas) -> list[list[float]]:
    chance, width = rng(seed, "contour"), canvas.width
    hills = []
    for _ in range(HILLS):
        x, y = chance.uniform(-100, width + 100), chance.uniform(-100, HEIGHT + 100)
        long, broad = chance.uniform(130, 330), chance.uniform(110, 260)
        height, turn = chance.uniform(-1, 1.5), chance.uniform(0, math.pi)
        hills.append((x, y, long, broad, height, math.cos(turn), math.sin(turn)))

    def height_at(x: float, y: float) -> float:
        total = 0.0
        for hx, hy, long, broad, height, cos, sin in hills:
            dx, dy = x - hx, y - hy
            u, v = (dx * cos + dy * sin) / long, (dy * cos - dx * sin) / broad
            total += height * math.exp(-u * u - v * v)
        return total

    return [
        [height_at(i * STEP, j * STEP) for i in range(width // STEP + 1)]
        for j in range(HEIGHT // STEP + 1)
    ]


def _segments(grid: list[list[float]], level: float) -> list[tuple[Point, Point]]:
    """Where a level crosses the grid's cells, as short straight pieces."""
    pieces = []
    for j in range(len(grid) - 1):
        for i in range(len(grid[0]) - 1):
            corners = ((i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1))
            values = [grid[y][x] for x, y in corners]
            hits: list[Point] = []
            for e in range(4):
                a, b = values[e], values[(e + 1) % 4]
                if (a < level) != (b < level):
                    t = (level - a) / (b - a)
                    (x1, y1), (x2, y2) = corners[e], corners[(e + 1) % 4]
                    x, y = (x1 + (x2 - x1) * t) * STEP, (y1 + (y2 - y1) * t) * STEP
                    hits.append((round(x, 1), round(y, 1)))
            pieces.extend(zip(hits[::2], hits[1::2], strict=True))
    return pieces


def _chain(pieces: list[tuple[Point, Point]]) -> list[list[Point]]:
    """Join pieces end to end into lines; open lines first, then rings."""
    ends: dict[Point, list[Point]] = {}
    for a, b in pieces:
        ends.setdefault(a, []).append(b)
        ends.setdefault(b, []).append(a)
    seen: set[tuple[Point, Point]] = set()
    lines = []
    for start in sorted(ends, key=lambda point: (len(ends[point]), point)):
        for following in ends[start]:
            if (start, following) in seen:
                continue
            line, a, b = [start], start, following
            while True:
                seen |= {(a, b), (b, a)}
                line.append(b)
                onward = [point for point in ends[b] if (b, point) not in seen]
                if not onward:
                    break
                a, b = b, onward[0]
            lines.append(line)
    return lines


def _smooth(points: list[Point]) -> str:
    """Quadratic curves through the midpoints of every second point."""
    closed = points[0] == points[-1]
    points = [*points[::2], points[-1]]
    mids = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in pairwise(points)]
    (x, y), (mx, my) = points[0], mids[0]
    d = f"M{x:.0f} {y:.0f}L{mx:.0f} {my:.0f}"
    for (x, y), (mx, my) in zip(points[1:], mids[1:], strict=False):
        d += f"Q{x:.0f} {y:.0f} {mx:.0f} {my:.0f}"
    x, y = points[-1]
    return d + f"L{x:.0f} {y:.0f}" + ("Z" if closed else "")
