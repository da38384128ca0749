"""The colours keep the contrast that WCAG 2.2 AA asks for, light and dark."""

import re
from pathlib import Path

import pytest

CSS = Path(__file__).parents[3] / "site" / "static" / "css"
TEXT, AREA = 4.5, 3.0


def palettes():
    css = (CSS / "tokens.css").read_text()
    light, dark = css.split("prefers-color-scheme: dark")
    colours = [
        dict(re.findall(r"(--[a-z0-9-]+): (#[0-9a-f]{3,6});", part))
        for part in (light, dark)
    ]
    return {"light": colours[0], "dark": {**colours[0], **colours[1]}}


def luminance(colour):
    """Relative luminance, WCAG 2.2."""
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(d * 2 for d in digits)
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    r, g, b = (
        p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    )
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a, b):
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


PAIRS = [
    *((ink, ground, TEXT) for ground in ("paper", "wash", "border-wash")
      for ink in ("ink", "ink-2", "border")),
    *((ink, ground, TEXT) for ground in ("paper", "wash")
      for ink in ("soc", "env", "eco", "error")),
    *((fill, ground, AREA) for ground in ("paper", "wash")
      for fill in ("soc-fill", "env-fill", "eco-fill", "control")),
    ("error", "error-wash", TEXT),
    ("ink", "error-wash", TEXT),
    ("ink", "warn-wash", TEXT),
    ("on-mark", "mark", TEXT),
    ("on-border", "border", TEXT),
    ("paper", "ink", TEXT),
]  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_contrast(scheme, ink, ground, least):
    palette = palettes()[scheme]
    assert contrast(palette[f"--{ink}"], palette[f"--{ground}"]) >= least
