"""A body with every block, each with contents that layouts find hard."""

from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.rich_text import RichText

from pictures.licences import Licence

LONG_WORD = "Dagvattenhanteringsanläggningsunderhållsplaneringskommitténs"
PROSE = (
    f"<h2>Mellanrubrik om {LONG_WORD.lower()}</h2><p>Ett stycke med "
    '<b>halvfet</b> och <i>kursiv</i> text, <a href="https://example.org/en-lang-'
    'adress/">en länk till ett annat ställe</a> och <a href="#content">en hit</a>.</p>'
    "<h3>Underrubrik</h3><ul><li>En punkt</li><li>En till</li></ul>"
    f"<ol><li>Först</li><li>{LONG_WORD}</li></ol>"
)


def make_picture(title: str, width: int, height: int):
    """A picture of fields and a border, so that a wrong crop is seen."""
    drawing = Image.new("RGB", (width, height), "#dfe6ea")
    pen = ImageDraw.Draw(drawing)
    pen.rectangle((0, height // 2, width // 2, height), fill="#97124c")
    pen.rectangle((width // 2, 0, width, height // 2), fill="#005f4c")
    pen.line((0, 0, width, height), fill="#0b3fbf", width=6)
    file = BytesIO()
    drawing.save(file, "JPEG", quality=70)
    return get_image_model().objects.create(
        title=title,
        description_sv=f"Fält och gräns: {title}",
        credit="Prova Testsson, Provmuseet",
        licence=Licence.CC_BY,
        file=ContentFile(file.getvalue(), "falt.jpg"),
    )


def make_document(title="Provrapporten", extension="pdf"):
    return get_document_model().objects.create(
        title=title, file=ContentFile(b"prov" * 300, f"rapport.{extension}")
    )


def captioned(image, caption="Låset före ombyggnaden, sett från norr"):
    return {"image": image, "caption": caption}


def every_block(*, people=(), projects=()) -> list[tuple]:
    """Stream data in which each kind of block stands, most of them twice."""
    wide, tall = make_picture("liggande", 480, 320), make_picture("stående", 300, 450)
    documents = [make_document(), make_document(f"Bilaga om {LONG_WORD}", "xlsx")]
    years = [str(year) for year in range(2017, 2024)]
    return [
        ("text", RichText(PROSE)),
        ("image", captioned(wide)),
        ("image", captioned(tall, f"{LONG_WORD} i höjdformat")),
        (
            "quote",
            {
                "quote": "Det som ingen frågar efter blir inte byggt.",
                "who": "En boende",
                "source": "https://example.org/intervju",
            },
        ),
        ("quote", {"quote": LONG_WORD, "who": "", "source": ""}),
        (
            "fact_box",
            {
                "heading": "I korthet",
                "text": RichText(f"<p>1680–2019</p><ul><li>{LONG_WORD}</li></ul>"),
            },
        ),
        (
            "gallery",
            {
                "heading": "Tre vyer",
                "images": [captioned(wide), captioned(tall), captioned(wide, "")],
            },
        ),
        (
            "timeline",
            {
                "heading": "Hur det gick",
                "entries": [
                    {
                        "when": f"{1980 + n}",
                        "what": f"Händelse {n} i {LONG_WORD if n == 3 else 'staden'}.",
                    }
                    for n in range(40)
                ],
            },
        ),
        (
            "timeline",
            {"heading": "", "entries": [{"when": "2013–2014", "what": "Bara en."}]},
        ),
        (
            "table",
            {
                "caption": "Bostäder efter stadsdelsområde och år",
                "head": ["Område", *years],
                "rows": [
                    [place, *[f"{n} {160 + n * 37}" for n in range(len(years))]]
                    for place in ("Provdal", "Norra Provnäs", LONG_WORD)
                ],
            },
        ),
        (
            "table",
            {
                "caption": "Två spalter",
                "head": ["Vad", "Värde"],
                "rows": [["Andel", "4,5 %"], ["Rad utan värde"]],
            },
        ),
        ("people", {"heading": "Vem vet mer", "pages": list(people)}),
        ("projects", {"heading": "Projekt att läsa", "pages": list(projects)}),
        ("documents", {"heading": "Läs mer", "documents": documents}),
        (
            "call_to_action",
            {
                "heading": "Vet du något om det här?",
                "text": "Säg till. Vi tar emot både minnen och mätningar.",
                "link_text": "Se vad som behövs",
                "page": None,
                "url": "https://example.org/behov",
            },
        ),
        (
            "video",
            {
                "title": "En promenad längs kajen",
                "url": "https://video.example.org/kajen",
                "still": wide,
                "length": "3:20",
            },
        ),
        (
            "video",
            {
                "title": LONG_WORD,
                "url": "https://video.example.org/tva",
                "still": None,
                "length": "",
            },
        ),
    ]
