"""The city in figures and as a table; a theme leads to its projects."""

import re

import pytest
from django.template.loader import render_to_string

from core.templatetags.look import city_figure
from home.models import ThemePage
from tests.factories.taxonomy import make_concept
from tests.factories.tree import build_tree


def test_the_table_says_what_the_figure_says():
    covered = dict.fromkeys(("sociocultural", "environmental", "economic"), "covered")
    rows = [
        covered,
        covered | {"economic": "missing"},
        covered | {"economic": "claimed"},
    ]
    html = render_to_string("components/city_figure.html", city_figure(rows))
    cells = re.findall(r'<td class="num">(\d+)</td>', html)
    assert cells == [*"3000", *"3000", *"1101"]
    assert html.count('scope="col"') == 5
    assert html.count('scope="row"') == 3
    for start in (0, 4, 8):
        assert sum(map(int, cells[start : start + 4])) == len(rows)


@pytest.mark.django_db
def test_a_theme_leads_to_the_listing_that_it_filters(client):
    tree = build_tree()
    theme = make_concept(
        "sustainability", "natur", sv="Natur", level="theme", aspect="environmental"
    )
    page = tree.home.add_child(instance=ThemePage(title="Miljö", aspect=theme.aspect))
    html = client.get(page.get_url()).content.decode()
    link = re.search(r'href="([^"]*theme=[^"]*)"', html).group(1).replace("&amp;", "&")
    assert link == f"/sok/?type=project&theme={theme.notation}"
    assert client.get(link).status_code == 200
