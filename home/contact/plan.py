"""The contact page that every installation starts with."""

import uuid

from wagtail.rich_text import RichText

from home.models import ContactField

#: The namespace of the fields' keys, which are the same in both languages.
FIELDS = uuid.UUID("5d0e7f0c-8a7d-5c52-9d5e-0f0a3c1be6b4")

TEXTS = {
    "sv": {
        "title": "Kontakt",
        "slug": "kontakt",
        "summary": "Frågor, fel på en sida, uppgifter om dig själv, eller något annat.",
        "subject": "Meddelande från På gränsen",
        "thanks": (
            "Den som sköter webbplatsen läser det du har skrivit. Har du lämnat en "
            "e-postadress kan du få svar dit."
        ),
        "body": (
            "<p>Gäller det ett visst projekt står det på projektets sida vem som "
            "samordnar det. Synpunkter på en detaljplan ska du lämna till "
            "stadsbyggnadskontoret, på den adress som står på planens sida, inte "
            "här.</p>"
        ),
    },
    "en": {
        "title": "Contact",
        "slug": "contact",
        "summary": "Questions, errors on a page, data about yourself, or anything.",
        "subject": "Message from På gränsen",
        "thanks": (
            "Those who look after the website read what you have written. If you "
            "gave an e-mail address, you can be answered there."
        ),
        "body": (
            "<p>If it is about a certain project, the project's page says who "
            "coordinates it. Comments on a detailed plan must be sent to the city "
            "planning administration, at the address on the plan's page, not "
            "here.</p>"
        ),
    },
}

#: Each field: its name in what is stored, its kind, whether it must be filled in,
#: what browsers fill in, and per language label, hint and choices.
FORM = (
    (
        "subject",
        "radio",
        True,
        "",
        {
            "sv": (
                "Vad gäller det?",
                "",
                "En fråga\nFel på en sida\nUppgifter om mig\nTillgänglighet\n"
                "Något annat",
            ),
            "en": (
                "What is it about?",
                "",
                "A question\nAn error on a page\nData about me\nAccessibility\n"
                "Something else",
            ),
        },
    ),
    (
        "message",
        "multiline",
        True,
        "",
        {
            "sv": ("Meddelande", "Gäller det en sida, skriv vilken.", ""),
            "en": ("Message", "If it is about a page, say which.", ""),
        },
    ),
    (
        "name",
        "singleline",
        False,
        "name",
        {"sv": ("Namn", "", ""), "en": ("Name", "", "")},
    ),
    (
        "email",
        "email",
        False,
        "",
        {
            "sv": ("E-postadress", "Behövs om du vill ha svar.", ""),
            "en": ("E-mail address", "Needed if you want an answer.", ""),
        },
    ),
)


def contact_texts(lang: str) -> dict:
    """The fields of the contact page in ``lang``, new objects at each call."""
    texts = dict(TEXTS[lang])
    texts["body"] = [("text", RichText(texts["body"]))]
    texts["form_fields"] = [
        ContactField(
            clean_name=name,
            field_type=kind,
            required=required,
            autocomplete=filled_in,
            label=words[lang][0],
            help_text=words[lang][1],
            choices=words[lang][2],
            translation_key=uuid.uuid5(FIELDS, name),
            sort_order=order,
        )
        for order, (name, kind, required, filled_in, words) in enumerate(FORM)
    ]
    return texts
