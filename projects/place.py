"""Where a project lies, as a schematic map: district areas as points. Pure.

No map is fetched from anyone. The points are rough, and the page says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass

WIDTH, HEIGHT, MARGIN = 560, 400, 44
#: Room for names to the right of the easternmost point.
NAMES = 130
#: Letters of a name that have room beside a point, at the map's type size.
LETTER = 8.6
#: Nearer than this to the place, a district's point is under its ring.
RING = 18


@dataclass(frozen=True, slots=True)
class District:
    """A district area's name and rough label point (degrees, WGS 84)."""

    name: str
    longitude: float
    latitude: float


@dataclass(frozen=True, slots=True)
class Dot:
    """A district on the map, in its units; the name stands at ``text_x``."""

    name: str
    x: int
    y: int
    text_x: int
    text_y: int
    anchor: str


@dataclass(frozen=True, slots=True)
class SchematicMap:
    """``x``, ``y``: the project; ``border``: the lines that meet there."""

    dots: list[Dot]
    x: int
    y: int
    border: str
    width: int = WIDTH
    height: int = HEIGHT


def schematic_map(
    districts: Iterable[District], *, longitude: float, latitude: float
) -> SchematicMap:
    """The city's districts and one place among them, scaled to fit."""
    districts = list(districts)
    # Schematic: each axis fills its side, so that the names have room.
    xs = _spread(
        [*(point.longitude for point in districts), longitude], MARGIN, WIDTH - NAMES
    )
    ys = _spread(
        [*(-point.latitude for point in districts), -latitude], MARGIN, HEIGHT - MARGIN
    )
    *places, (here_x, here_y) = zip(xs, ys, strict=True)
    dots = [
        _dot(district, x, y, here=(here_x, here_y))
        for district, (x, y) in zip(districts, places, strict=True)
    ]
    return SchematicMap(dots, here_x, here_y, _border(here_x, here_y))


def _spread(values: list[float], low: int, high: int) -> list[int]:
    """The values on a line from ``low`` to ``high``; a single one in the middle."""
    least, extent = min(values), max(values) - min(values)
    if not extent:
        return [round((low + high) / 2)] * len(values)
    return [round(low + (high - low) * (value - least) / extent) for value in values]


def _dot(district: District, x: int, y: int, *, here: tuple[int, int]) -> Dot:
    """The name stands where it has room, clear of the place that is shown."""
    away = 10
    lift = 5
    if abs(x - here[0]) < RING and abs(y - here[1]) < RING:
        away = RING + 6  # the ring covers the point itself
        lift = 20
    elif abs(y - here[1]) < RING and abs(x - here[0]) < 90:
        lift = -12
    length = LETTER * len(district.name)
    to_left = x + away + length > WIDTH and x - away - length >= 0
    return Dot(
        district.name,
        x,
        y,
        x - away if to_left else x + away,
        y + lift,
        "end" if to_left else "start",
    )


def _border(x: int, y: int) -> str:
    """Three lines that meet at the place, as the triad's fields do."""
    down_left, down_right = round(y + 0.16 * x), round(y + 0.16 * (WIDTH - x))
    return f"M{x + 14} 0L{x} {y}M0 {down_left}L{x} {y}L{WIDTH} {down_right}"
