"""The accessibility statement that every installation starts with.

What it says of the tests is what tests/e2e, tests/unit/look and
tests/integration/pages do; a test that comes or goes changes it.
"""

from datetime import date

from wagtail.rich_text import RichText

from home.models.statement import Assessment, Conformance, Reason

#: When the tests were gone through and this was written. The day it is published is
#: each installation's own.
ASSESSED = date(2026, 11, 24)

TEXTS = {
    "sv": {
        "title": "Tillgänglighet",
        "slug": "tillganglighet",
        "summary": (
            "Hur tillgänglig webbplatsen är, vad som brister, och vart du vänder dig."
        ),
        "service": "På gränsen",
        "supervisor": "Myndigheten för digital förvaltning (Digg)",
        "method": (
            "<p>Målet är WCAG 2.2 på nivå AA; lagens krav motsvarar version 2.1. "
            "Varje slag av sida prövas av program när webbplatsen ändras, i "
            "webbläsaren Chromium:</p>"
            "<ul>"
            "<li>Verktyget axe letar fel mot WCAG på nivå A och AA, i ljusa och i "
            "mörka färger. Sådana verktyg ser mindre än hälften av alla fel.</li>"
            "<li>Med enbart tangentbord nås allt, i ordning, och det syns var du "
            "är.</li>"
            "<li>Inget försvinner på en skärm som är 320 pixlar bred (400 procents "
            "förstoring), med dubbelt så stor text eller med ökade avstånd mellan "
            "rader, ord och bokstäver.</li>"
            "<li>Innehållet går att läsa utan skript, i utskrift och med egna "
            "färger.</li>"
            "<li>Färgernas kontrast räknas ut, och koden kontrolleras med W3C:s "
            "kontrollprogram.</li>"
            "</ul>"
        ),
        "not_tested": (
            "<ul>"
            "<li>Ingen som använder skärmläsare, röststyrning eller "
            "förstoringsprogram till vardags har prövat webbplatsen. Det gäller också "
            "sökrutans förslag.</li>"
            "<li>Ingen utomstående har granskat den.</li>"
            "<li>Den är inte prövad i Firefox eller Safari, eller på riktiga "
            "telefoner.</li>"
            "<li>Dokument som hör till projekten är inte granskade.</li>"
            "<li>Det gränssnitt som redaktörerna arbetar i är inte granskat.</li>"
            "</ul>"
        ),
        "body": (
            "<h2>Språk</h2>"
            "<p>En del projekt är beskrivna bara på svenska. På de engelska sidorna "
            "är sådana texter märkta med sitt språk, så att en skärmläsare kan läsa "
            "dem rätt.</p>"
        ),
    },
    "en": {
        "title": "Accessibility",
        "slug": "accessibility",
        "summary": (
            "How accessible the website is, where it falls short, and whom to turn to."
        ),
        "service": "På gränsen",
        "supervisor": "The Agency for Digital Government (Digg)",
        "method": (
            "<p>The goal is WCAG 2.2, level AA; the Act's requirements correspond to "
            "version 2.1. Programs test each kind of page when the website changes, "
            "in the browser Chromium:</p>"
            "<ul>"
            "<li>The tool axe looks for breaches of WCAG at levels A and AA, in light "
            "and in dark colours. Such tools see less than half of all faults.</li>"
            "<li>With the keyboard alone everything is reached, in order, and it "
            "shows where you are.</li>"
            "<li>Nothing is lost on a screen 320 pixels wide (400 per cent zoom), "
            "with text twice as large, or with more space between lines, words and "
            "letters.</li>"
            "<li>The content can be read without scripts, in print and in colours of "
            "your own.</li>"
            "<li>The contrast of the colours is computed, and the code is checked "
            "with the W3C's checker.</li>"
            "</ul>"
        ),
        "not_tested": (
            "<ul>"
            "<li>Nobody who uses a screen reader, voice control or a magnifier every "
            "day has tried the website. That includes the search box's "
            "suggestions.</li>"
            "<li>Nobody from outside has reviewed it.</li>"
            "<li>It has not been tested in Firefox or Safari, or on real "
            "telephones.</li>"
            "<li>Documents that belong to projects have not been reviewed.</li>"
            "<li>What editors work in has not been reviewed.</li>"
            "</ul>"
        ),
        "body": (
            "<h2>Languages</h2>"
            "<p>Some projects are described in Swedish only. On the English pages "
            "such texts are marked with their language, so that a screen reader can "
            "read them right.</p>"
        ),
    },
}

SHORTCOMINGS = {
    "sv": (
        {
            "description": (
                "Dokument som hör till projekten är gjorda av andra. De kan sakna "
                "rubriker, läsordning och textalternativ."
            ),
            "criterion": (
                "1.1.1 Icke-textuellt innehåll, 1.3.1 Information och relationer"
            ),
            "why": "De är inte granskade. Be gärna om innehållet i en annan form.",
        },
        {
            "description": (
                "Ord och titlar på ett annat språk, inne i en text, är inte märkta "
                "med sitt språk. En skärmläsare kan läsa dem fel."
            ),
            "criterion": "3.1.2 Språk för delar",
            "why": "Det verktyg som texterna skrivs i kan inte märka dem än.",
        },
    ),
    "en": (
        {
            "description": (
                "Documents that belong to projects are made by others. They may lack "
                "headings, a reading order and text alternatives."
            ),
            "criterion": "1.1.1 Non-text Content, 1.3.1 Info and Relationships",
            "why": "They have not been reviewed. Do ask for another form.",
        },
        {
            "description": (
                "Words and titles in another language, inside a text, are not marked "
                "with their language. A screen reader may read them wrongly."
            ),
            "criterion": "3.1.2 Language of Parts",
            "why": "What the texts are written in cannot mark them yet.",
        },
    ),
}


def statement_texts(lang: str) -> dict:
    """The fields of the statement in ``lang``. Whose website it is, nobody knows yet:
    the admin asks for it until an editor has written it."""
    texts = dict(TEXTS[lang])
    texts["body"] = [("text", RichText(texts["body"]))]
    return texts | {
        "conformance": Conformance.PARTIAL,
        "assessment": Assessment.SELF,
        "assessed_on": ASSESSED,
        "reviewed_on": ASSESSED,
        "shortcomings": [
            ("shortcoming", row | {"reason": Reason.NOT_YET, "planned": None})
            for row in SHORTCOMINGS[lang]
        ],
    }
