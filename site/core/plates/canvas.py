"""What every style of plate shares: the frame, the three fields, paths and chance."""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

HEIGHT = 800
#: Between two fields, where the border runs; in units of the picture.
GAP = 9
#: The municipality's extent: west, south, east, north (degrees, WGS 84).
CITY = (17.75, 59.22, 18.20, 59.44)
#: Where the borders meet when the place is not known: the middle of the city.
MIDDLE = (18.0547, 59.3275)

Point = tuple[float, float]
Polygon = list[Point]


@dataclass(frozen=True)
class Canvas:
    """The frame; every plate is 800 units high."""

    width: int


def rng(seed: str, *salt: str) -> random.Random:
    """Chance that is the same for the same seed, on every machine."""
    digest = sha256("|".join([seed, *salt]).encode()).digest()
    return random.Random(int.from_bytes(digest[:8], "big"))  # noqa: S311


def tripoint(at: Point | None, canvas: Canvas) -> Point:
    """Where the place lies in the city, kept inside the middle of the frame."""
    lon, lat = at or MIDDLE
    west, south, east, north = CITY
    x = min(max((lon - west) / (east - west), 0), 1)
    y = min(max(1 - (lat - south) / (north - south), 0), 1)
    return canvas.width * (0.28 + 0.44 * x), HEIGHT * (0.40 + 0.30 * y)


def fields(seed: str, at: Point | None, canvas: Canvas) -> list[Polygon]:
    """Three polygons that meet at the tripoint, in the order of the aspects."""
    chance, width = rng(seed, "borders"), canvas.width
    tx, ty = tripoint(at, canvas)
    top = min(max(tx + chance.uniform(-190, 190), 200), width - 200)
    left = min(ty + chance.uniform(-60, 170), HEIGHT - 130)
    right = min(ty + chance.uniform(-60, 170), HEIGHT - 130)
    half = GAP / 2
    return [
        inset([(0, 0), (top, 0), (tx, ty), (0, left)], [0, half, half, 0]),
        inset(
            [(top, 0), (width, 0), (width, right), (tx, ty)],
            [0, 0, half, half],
        ),
        inset(
            [(tx, ty), (width, right), (width, HEIGHT), (0, HEIGHT), (0, left)],
            [half, 0, 0, 0, half],
        ),
    ]


def inset(corners: Sequence[Point], distances: Sequence[float]) -> Polygon:
    """The polygon with each side moved in by its own distance."""
    lines = []
    for n, (x1, y1) in enumerate(corners):
        x2, y2 = corners[(n + 1) % len(corners)]
        dx, dy = x2 - x1, y2 - y1
        length = math.hypot(dx, dy)
        shift = distances[n] / length
        lines.append((x1 - dy * shift, y1 + dx * shift, dx, dy))
    moved = []
    for n, (x2, y2, dx2, dy2) in enumerate(lines):
        x1, y1, dx1, dy1 = lines[n - 1]
        t = ((x2 - x1) * dy2 - (y2 - y1) * dx2) / (dx1 * dy2 - dy1 * dx2)
        moved.append((x1 + dx1 * t, y1 + dy1 * t))
    return moved


def path(points: Sequence[Point], close: bool = True) -> str:
    """An SVG path in whole units: more would only make the file larger."""
    head, *tail = (f"{x:.0f} {y:.0f}" for x, y in points)
    return f"M{head}L{' '.join(tail)}{'Z' if close else ''}"


def centre(polygon: Polygon) -> Point:
    """The centroid of a polygon's area."""
    area = cx = cy = 0.0
    for n, (x1, y1) in enumerate(polygon):
        x2, y2 = polygon[(n + 1) % len(polygon)]
        cross = x1 * y2 - x2 * y1
        area += cross
        cx += (x1 + x2) * cross
        cy += (y1 + y2) * cross
    return cx / (3 * area), cy / (3 * area)


def bounds(polygon: Sequence[Point]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom."""
    xs, ys = [p[0] for p in polygon], [p[1] for p in polygon]
    return min(xs), min(ys), max(xs), max(ys)


def meets(polygon: Sequence[Point], frame: tuple[float, float, float, float]) -> bool:
    """Whether a polygon can be seen within a frame, by their bounds."""
    left, top, right, bottom = bounds(polygon)
    return left < frame[2] and right > frame[0] and top < frame[3] and bottom > frame[1]
