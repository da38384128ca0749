"""What the component sheet shows: examples in Swedish, chosen to be awkward."""

from dataclasses import dataclass
from datetime import date

from core.triad import ASPECTS, STATES

LONG_WORD = "Dagvattenhanteringsanläggningarnas"
HERE = "#content"


@dataclass(frozen=True)
class Coverage:
    """A state for each aspect, as a project's coverage has them."""

    sociocultural: str
    environmental: str
    economic: str


MIXED = Coverage("claimed", "covered", "missing")
EVEN = {state: Coverage(state, state, state) for state in STATES}
SOME = (
    EVEN["covered"],
    MIXED,
    Coverage("covered", "not_applicable", "claimed"),
    Coverage("missing", "covered", "covered"),
    EVEN["claimed"],
    EVEN["missing"],
    EVEN["not_applicable"],
    Coverage("not_applicable", "covered", "missing"),
)

COLOURS = (
    ("paper", "--paper"), ("wash", "--wash"), ("ink", "--ink"), ("ink-2", "--ink-2"),
    ("border", "--border"), ("border-wash", "--border-wash"),
    ("soc-fill", "--soc-fill"), ("env-fill", "--env-fill"), ("eco-fill", "--eco-fill"),
    ("error-fill", "--error"), ("warn-wash", "--warn-wash"), ("mark-fill", "--mark"),
)  # fmt: skip

TAGS = [
    {"title": "Kulturmiljö", "url": HERE, "aspect": "sociocultural"},
    {"title": "Klimatanpassning", "url": HERE, "aspect": "environmental"},
    {"title": "Livscykelkostnad och värden", "url": HERE, "aspect": "economic"},
    {"title": "Planprocess och beslut", "url": HERE},
    {"title": f"{LONG_WORD}fastighetsförvaltningskostnader", "aspect": "economic"},
]
PROJECTS = [
    {
        "title": "Regn över Exempeltorget",
        "url": HERE,
        "coverage": MIXED,
        "meta": ["Enskede-Årsta-Vantör", "Samråd"],
        "flag": "Samråd till 12 december",
    },
    {
        "title": f"{LONG_WORD} samverkan med kulturmiljöutredningarna",
        "url": HERE,
        "coverage": SOME[2],
        "meta": ["Hässelby-Vällingby", "Granskning"],
    },
    {
        "title": "A project in another language",
        "url": HERE,
        "lang": "en",
        "coverage": EVEN["not_applicable"],
        "meta": ["Södermalm"],
    },
]
PEOPLE = [
    {
        "name": "Vera Exempelsson",
        "url": HERE,
        "role": "Landskapsarkitekt, Exempelkontoret",
        "note": "Grönstruktur, dagvatten",
    },
    {"name": "Åke Östen af Provstad", "url": HERE, "role": "Antikvarie"},
    {"name": "Li", "url": HERE, "role": "Fastighetsekonom", "note": "Livscykel"},
]
HITS = [
    {
        "kind": "project",
        "kind_label": "Projekt",
        "url": HERE,
        "title": "Regn över Exempeltorget",
        "title_segments": [
            {"text": "Regn över ", "marked": False},
            {"text": "Exempeltorget", "marked": True},
        ],
        "summary_segments": [
            {"text": "Dagvattnet", "marked": True},
            {"text": " ska synas, samlas och användas i stället för att ledas bort."},
        ],
        "coverage": MIXED,
        "meta": ["2099-00001", "Enskede-Årsta-Vantör"],
        "flag": "Samråd till 12 december",
    },
    {
        "kind": "concept",
        "kind_label": "Ämne",
        "url": HERE,
        "title": "Vatten och dagvatten",
        "summary_segments": [{"text": "Rening, fördröjning och användning av regn."}],
        "meta": ["19 projekt", "11 experter"],
    },
    {
        "kind": "person",
        "kind_label": "Expert",
        "url": HERE,
        "title": "Vera Exempelsson",
        "meta": ["Stad", "Öppen för presentationer"],
    },
    {
        "kind": "organisation",
        "kind_label": "Organisation",
        "url": HERE,
        "title": "Exempelförvaltningen",
        "meta": ["Part i 14 projekt"],
    },
    {
        "kind": "page",
        "kind_label": "Sida",
        "url": HERE,
        "lang": "en",
        "title": "How to apply for a grant",
    },
]
NEEDS = [
    {
        "competence": "Fastighetsekonomi och förvaltning",
        "url": HERE,
        "aspect": "economic",
        "project": {"title": "Regn över Exempeltorget", "url": HERE},
        "level": "Avancerad, en person",
        "why": "Fyller den aspekt som saknas",
        "until": "senast 15 januari",
    },
    {
        "competence": "Barns och ungas delaktighet",
        "url": HERE,
        "aspect": "sociocultural",
        "level": "Erfaren, en person",
        "until": "löpande",
    },
]
COMPETENCES = [
    {
        "title": "Landskapsarkitektur",
        "url": HERE,
        "aspect": "environmental",
        "level": 4,
        "level_label": "Ledande",
        "evidence": [{"title": "Exempelparken, program", "url": HERE, "note": "1946"}],
        "confirmed": "Bekräftad av Exempelkontoret, mars 2026",
    },
    {
        "title": "Medborgardialog",
        "aspect": "sociocultural",
        "level": 2,
        "level_label": "Erfaren",
        "confirmed": "Egen uppgift",
    },
]
PHASES = [
    {"title": "Start\u00adpromemoria", "note": "maj 2024", "state": "done"},
    {"title": "Samråd", "note": "pågår till 12 dec", "state": "now"},
    {"title": "Granskning", "note": "våren 2027", "state": "coming"},
    {"title": "Antagande", "note": "hösten 2027", "state": "coming"},
    {"title": "Laga kraft", "state": "coming"},
]
MAY = {
    "heading": "Ja, du kan lämna synpunkter nu",
    "text": "Samrådet pågår till 12 december 2026.",
    "action": {"title": "Lämna synpunkter", "url": HERE},
}
FACTS = [
    {"term": "Diarienummer", "values": [{"text": "2099-00001"}]},
    {
        "term": "Parter",
        "values": [
            {"text": "Exempelkontoret", "url": HERE},
            {"text": "Exempelmuseet", "url": HERE},
        ],
    },
    {"term": "Finansiering", "values": [{"text": "322 380 kr"}]},
    {"term": "Tid", "values": [{"text": "sep 2013–maj 2014"}]},
]
EVENTS = [
    {
        "date": date(2026, 10, 22),
        "title": "Beslut om samråd",
        "text": "Exempelnämnden, § 14.",
        "link": {"title": "Protokoll", "url": HERE},
    },
    {"when": "våren 2024", "title": "Startpromemoria godkänd"},
    {"title": "Odaterat beslut"},
]
CLAIMS = [
    {
        "aspect": "sociocultural",
        "text": "Torget förblir en mötesplats under ombyggnaden.",
        "note": "Belägg saknas ännu.",
        "tags": TAGS[:1],
    },
    {
        "aspect": "environmental",
        "text": "Ett 100-årsregn ryms på torget i sex timmar.",
        "evidence": [{"title": "Skyfallsmodell", "url": HERE, "note": "2025"}],
        "tags": TAGS[1:2],
    },
    {
        "aspect": "economic",
        "text": "Ingen har ännu visat vad anläggningen kostar att sköta.",
        "action": {"title": "Projektet söker en fastighetsekonom", "url": HERE},
    },
]
FACETS = [
    {
        "name": "aspect",
        "label": "Aspekt",
        "open": True,
        "options": [
            {
                "value": aspect,
                "label": label,
                "count": count,
                "selected": aspect == "environmental",
                "aspect": aspect,
            }
            for aspect, label, count in zip(
                ASPECTS,
                ("Sociokulturell", "Miljömässig", "Ekonomisk"),
                (14, 31, 0),
                strict=True,
            )
        ],
    },
    {
        "name": "type",
        "label": "Typ",
        "open": False,
        "options": [
            {"value": "project", "label": "Projekt", "count": 19},
            {"value": "person", "label": "Expert", "count": 11},
        ],
    },
]
CHIPS = [
    {"group": "Ämne", "label": "Vatten och dagvatten", "remove_url": HERE},
    {"group": "Område", "label": "Enskede-Årsta-Vantör", "remove_url": HERE},
]
ORDERS = [
    {"label": "Bäst träff", "url": HERE, "current": True},
    {"label": "Nyast", "url": HERE},
    {"label": "Flest luckor", "url": HERE},
]
TABS = [
    {"label": "Öppna", "url": HERE, "current": True, "count": 37},
    {"label": "Fyllda", "url": HERE, "count": 112},
]
PAGER = {
    "previous_url": HERE,
    "next_url": HERE,
    "pages": [
        {"number": 1, "url": HERE},
        {"number": 2, "url": HERE, "current": True},
        {"number": 3, "url": HERE},
        {"number": None},
        {"number": 12, "url": HERE},
    ],
}
LINKS = [
    {"title": "Samrådshandling", "url": HERE, "note": "PDF, 8,2 MB, 22 oktober 2026"},
    {"title": "Mätdata, provyta 1", "url": HERE, "note": "CSV, 410 kB"},
]
