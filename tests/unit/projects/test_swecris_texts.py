import html.parser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from projects.importers.swecris.characters import one_line, readable, shortened
from projects.importers.swecris.organisations import sector_of
from projects.importers.swecris.rows import OrganisationRow
from projects.importers.swecris.texts import rich_text, split_abstract, summarise


def test_headings_in_any_order_and_wording():
    text = "Resultat och förväntade effekter\nB.\nSyfte och mål\nA.\nSyfte och mål:\nC."
    parts = split_abstract(text, "sv")
    assert (parts.results, parts.purpose) == ("<p>B.</p>", "<p>A.</p><p>C.</p>")


def test_headings_without_text_give_nothing():
    text = "Purpose and goal:\r\n\r\n\r\nExpected results and effects:\r\n\r\n\r\n"
    assert not split_abstract(text, "en")


def test_one_heading_alone_is_just_text():
    assert split_abstract("Syfte: att prova.", "sv").body == "<p>Syfte: att prova.</p>"


def test_a_heading_in_running_text_is_no_heading():
    text = "Syfte och mål är bra. Förväntade effekter och resultat likaså."
    assert split_abstract(text, "sv").body == f"<p>{text}</p>"


def test_machine_translation_becomes_a_note():
    parts = split_abstract("** Denna text är maskinöversatt ** \nHello there.", "en")
    assert parts.body == "<p>Hello there.</p>"
    assert "machine" in parts.editorial_note


@pytest.mark.parametrize(
    ("text", "rich"),
    [
        ("a\r\nb\r\n\r\nc", "<p>a<br/>b</p><p>c</p>"),
        ("för i<j och u<w är 1>0", "<p>för i&lt;j och u&lt;w är 1&gt;0</p>"),
        ("R&D &gt;5 &amp; mer", "<p>R&amp;D &gt;5 &amp; mer</p>"),
        ('<p><font size="3">x</font> <b>y<i>z</p>', "<p>x <b>y<i>z</i></b></p>"),
        (
            "<ul><li>a</li><li><p>b</p></li></ul>c",
            "<ul><li>a</li><li>b</li></ul><p>c</p>",
        ),
        ("<h2>Rubrik</h2>text", "<h3>Rubrik</h3><p>text</p>"),
        ("a<script>alert(1)</script>b<!-- c -->", "<p>ab</p>"),
        ('<img src=x onerror="a()">x<a href="javascript:1">y</a>', "<p>xy</p>"),
        ("<p> </p><p>&nbsp;</p><b></b>", ""),
    ],
)
def test_rich_text(text, rich):
    assert rich_text(text) == rich


class _Balance(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.open = []

    def handle_starttag(self, tag, attrs):
        assert tag in {"p", "br", "h3", "ul", "ol", "li", "b", "i"}
        assert not attrs
        if tag != "br":
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        assert tag == "br"

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<b>", "</b>", "<i>", "</i>", "<ul>", "<ol>", "</ul>",
             "<li>", "</li>", "<h2>", "</h2>", "<br>", "\n", "\n\n", "<script>",
             "</script>", "<", ">", "&lt;script&gt;", "&", " ", "text",
             "<div class='a'>", "<x", "<!--"]
        )
        | st.text(max_size=5)
    ).map("".join)
)  # fmt: skip
def test_whatever_comes_in_is_balanced_and_harmless(text):
    balance = _Balance()
    balance.feed(rich_text(text))
    balance.close()
    assert not balance.open


def test_characters():
    assert readable("samhälls&not;ekonomi") == "samhällsekonomi"
    assert readable("a\x94b\x00\ud800\u200bc&#8232;") == "a”bc\n"
    assert readable("a&#776;") == "ä"
    assert one_line(" En\r\n  titel ") == "En titel"
    assert shortened("ett två tre", 8) == "ett två…"


def test_a_summary_is_whole_sentences():
    text = "<p>" + " ".join(
        ["Det här är en mening på femtio tecken, om man räknar."] * 9
    )
    summary = summarise(text + "</p>")
    assert len(summary) <= 300
    assert summary.endswith("räknar.")


@pytest.mark.parametrize(
    ("name", "kind", "number", "sector"),
    [
        ("Provköpings kommun", "Stat, regioner, kommuner, församlingar", "2120009999",
         "city"),
        ("Region Prov", "Stat, regioner, kommuner, församlingar", "2321009999",
         "region_state"),
        ("Stiftelsen Provmuseet", "Ideella föreningar och stiftelser", "8020009999",
         "museum"),
        ("Prov AB", "", "5569999999", "company"),
        ("Provhögskolan", "Högskola", "2021009999", "university"),
        ("Provsällskapet", "Övrigt", "", "company"),
        ("Provfonden", "", "", "region_state"),
    ],
)  # fmt: skip
def test_sectors(name, kind, number, sector):
    assert sector_of(OrganisationRow(name, kind=kind, number=number)) == sector
