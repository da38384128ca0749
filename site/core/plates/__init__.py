"""Plates: pictures made only from a page's facts.

A plate is the triad opened up into a landscape: sociocultural upper left,
environmental upper right, economic below. The point where the three borders meet is
the place's own position in the city. The state of each aspect decides how its field is
drawn; the seed (a case number or another lasting key) decides the drawing.

The same facts always give the same bytes.
"""

from dataclasses import dataclass
from hashlib import sha256
from html import escape

from core.plates import blocks, contour, section
from core.plates.canvas import HEIGHT, Canvas, centre, fields, path, rng
from core.triad import ASPECT_CLASS, ASPECTS, STATES

STYLES = ("contour", "blocks", "section")

#: The picture follows light and dark by itself, also within an <img>.
CSS = (
    ".g{fill:#e9eef1}.soc .f{fill:#b0175a}.env .f{fill:#00755e}.eco .f{fill:#c08400}"
    ".soc .d{stroke:#f0aeca}.env .d{stroke:#8ad6c1}.eco .d{stroke:#ffe3a3}"
    ".soc .b{fill:#840c40}.env .b{fill:#005544}.eco .b{fill:#946300}"
    ".soc .y{fill:#e4a3bd}.env .y{fill:#8fcbbb}.eco .y{fill:#efd08c}"
    ".soc .l{stroke:#b0175a}.env .l{stroke:#00755e}.eco .l{stroke:#a87200}"
    ".o{stroke:#10202c}.p{fill:#10202c}.d,.l,.o{fill:none}"
    "@media(prefers-color-scheme:dark){.g{fill:#162530}"
    ".soc .f{fill:#a3295f}.env .f{fill:#0b6f5c}.eco .f{fill:#a2740f}"
    ".soc .d{stroke:#e58bb0}.env .d{stroke:#5cc4aa}.eco .d{stroke:#f0c56a}"
    ".soc .b{fill:#6f0f3d}.env .b{fill:#064a3e}.eco .b{fill:#6d4c04}"
    ".soc .y{fill:#f0a5c3}.env .y{fill:#7fd3bd}.eco .y{fill:#f3cf80}"
    ".soc .l{stroke:#ff86ae}.env .l{stroke:#4ccfae}.eco .l{stroke:#f0b54a}"
    ".o{stroke:#e9f0f4}.p{fill:#e9f0f4}}"
)


@dataclass(frozen=True)
class PlateFacts:
    """What a plate is drawn from.

    ``seed``: a case number or another key that lasts; ``at``: (longitude, latitude) in
    degrees (WGS 84), or nothing for the middle of the city; ``states``: one for each of
    the three aspects in the order of ``core.triad.ASPECTS``; ``style``: one of STYLES,
    or nothing to let the seed choose.
    """

    seed: str
    states: tuple[str, str, str]
    at: tuple[float, float] | None = None
    style: str | None = None

    def __post_init__(self):
        if len(self.states) != 3 or not set(self.states) <= set(STATES):
            raise ValueError(f"{self.states!r} are not the states of three aspects")
        if self.style is not None and self.style not in STYLES:
            raise ValueError(f"{self.style!r} is not a style of plates")

    @property
    def drawn_as(self) -> str:
        """The style that the plate is drawn in."""
        return self.style or STYLES[rng(self.seed, "style").randrange(len(STYLES))]


def plate(facts: PlateFacts, wide: bool = False, title: str = "") -> str:
    """The plate as an SVG document: 1200 × 800, or 1800 × 800 if ``wide``."""
    canvas = Canvas(1800 if wide else 1200)
    key = f"{facts.seed}{facts.states}{facts.drawn_as}"
    ids = sha256(key.encode()).hexdigest()[:6]
    draw = {"contour": contour, "blocks": blocks, "section": section}[facts.drawn_as]
    sketch = draw.sketch(facts.seed, canvas)
    defs, body = [], [f'<path class="g" d="M0 0H{canvas.width}V{HEIGHT}H0Z"/>']
    for aspect, state, field in zip(
        ASPECTS, facts.states, fields(facts.seed, facts.at, canvas), strict=True
    ):
        css, outline = ASPECT_CLASS[aspect], path(field)
        if state in ("covered", "claimed"):
            solid = state == "covered"
            clip = f"{css}{ids}"
            defs.append(f'<clipPath id="{clip}"><path d="{outline}"/></clipPath>')
            ground = f'<path class="f" d="{outline}"/>' if solid else ""
            marks = sketch(css, field, solid)
            drawn = f'{ground}<g clip-path="url(#{clip})">{marks}</g>'
        else:
            drawn = _open_field(field, state)
        body.append(f'<g class="{css}">{drawn}</g>')
    heading = f"<title>{escape(title)}</title>" if title else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {canvas.width} {HEIGHT}"'
        f' preserveAspectRatio="xMidYMid slice">{heading}<style>{CSS}</style>'
        f"<defs>{''.join(defs)}</defs>{''.join(body)}</svg>"
    )


def _open_field(field, state: str) -> str:
    """A field without a claim: dashed and empty, or one point where none applies."""
    x, y = centre(field)
    if state == "not_applicable":
        return f'<circle class="p" cx="{x:.0f}" cy="{y:.0f}" r="15"/>'
    inner = [(x + (px - x) * 0.965, y + (py - y) * 0.955) for px, py in field]
    return (
        f'<path class="o" stroke-width="4" stroke-dasharray="20 14" d="{path(inner)}"/>'
    )
