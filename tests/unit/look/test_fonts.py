"""The fonts are small, complete and made once; their stand-ins measure the same."""

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from core.fonts import CUTS, build_fonts, fallback_metrics

CSS = Path(__file__).parents[3] / "site" / "static" / "css"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("fonts")
    assert len(build_fonts(folder)) == len(CUTS)
    return folder


def test_all_fonts_together_weigh_under_200_kb(folder):
    assert sum(p.stat().st_size for p in folder.glob("*.woff2")) < 200_000


def test_a_second_run_makes_nothing_and_a_lost_file_is_made_again(folder):
    assert build_fonts(folder) == []
    (folder / ".recipe").write_text("another recipe")
    assert len(build_fonts(folder)) == len(CUTS)


def test_every_font_can_write_swedish(folder):
    for cut in CUTS:
        glyphs = TTFont(folder / f"{cut.name}.woff2").getBestCmap()
        assert set(map(ord, "ÅÄÖåäöéÉ–—”’§ 0123456789")) <= set(glyphs)


def test_the_licence_lies_beside_the_fonts(folder):
    licences = list(folder.glob("*-OFL.txt"))
    assert len(licences) == 2
    assert all("SIL OPEN FONT LICENSE" in p.read_text() for p in licences)


@pytest.mark.parametrize(
    ("family", "file", "system"),
    [
        ("Gransen Text Fallback", "serif-text", "Georgia"),
        ("Gransen Text Fallback 2", "serif-text", "Times New Roman"),
        ("Gransen Display Fallback", "serif-display", "Georgia"),
        ("Gransen Display Fallback 2", "serif-display", "Times New Roman"),
        ("Gransen Sans Fallback", "sans", "Arial"),
    ],
)
def test_the_style_sheet_has_the_computed_metrics(folder, family, file, system):
    css = (CSS / "tokens.css").read_text()
    rule = re.search(rf'@font-face {{\s*font-family: "{family}";(.*?)}}', css, re.S)
    assert rule
    found = {k: float(v) for k, v in re.findall(r"([a-z-]+): ([\d.]+)%", rule[1])}
    assert found.pop("line-gap-override") == 0
    assert found == fallback_metrics(folder / f"{file}.woff2", system)
