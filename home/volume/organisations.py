"""Organisations that do not exist, and their sections in both languages."""

from wagtail.models import Locale

from people.models import Organisation, OrganisationIndexPage, OrganisationPage, Sector

from .chances import lots
from .keys import volume_key
from .stock import Stock, names_of
from .storing import Shelf, publish, store_pages

_NAMES = {
    Sector.CITY: ("Provförvaltningen för {}", "Test department of {}"),
    Sector.MUSEUM: ("Provmuseet för {}", "Test museum of {}"),
    Sector.UNIVERSITY: ("Provhögskolan för {}", "Test university of {}"),
    Sector.REGION_STATE: ("Provverket för {}", "Test agency of {}"),
    Sector.COMPANY: ("Provbolaget {}", "Test company of {}"),
    Sector.CIVIL_SOCIETY: ("Provföreningen för {}", "Test association of {}"),
}


def make_organisations(stock: Stock) -> list[Organisation]:
    """New ones; the first of each sector has the others as its parts."""
    made = []
    for number in range(stock.size.organisations):
        rng = lots(stock.size.seed, "organisation", number)
        sector = list(Sector)[number % len(Sector)]
        about = [stock.tags.one(rng)]
        names = (
            f"{name.format(names_of(about, lang)[0])} {number + 1}"
            for name, lang in zip(_NAMES[sector], ("sv", "en"), strict=True)
        )
        name_sv, name_en = names
        made.append(
            Organisation(
                name_sv=name_sv,
                name_en=name_en,
                sector=sector,
                number=f"PROV-{stock.size.seed}-{number + 1}",
                url=f"https://prov-{number + 1}.example/",
            )
        )
    heads = made[: len(Sector)]
    Organisation.objects.bulk_create(heads)
    for number, organisation in enumerate(made[len(Sector) :]):
        if number % 3 == 0:
            organisation.parent = heads[number % len(Sector)]
    Organisation.objects.bulk_create(made[len(Sector) :])
    return made


class Sections:
    """Where an organisation's pages lie: a shelf for each language."""

    def __init__(self, stock: Stock, organisations: list[Organisation]):
        self.locales = {
            locale.language_code: locale
            for locale in Locale.objects.filter(language_code__in=stock.writers)
        }
        self._shelves: dict[tuple[int, str], Shelf] = {}
        for lang, locale in self.locales.items():
            above = OrganisationIndexPage.objects.filter(locale=locale).first()
            if above is None:
                raise ValueError("no list of organisations")
            shelf = Shelf(above)
            pages = [
                _section(stock, organisation, number, locale)
                for number, organisation in enumerate(organisations)
            ]
            for page in pages:
                shelf.put(page)
            store_pages(pages, [shelf])
            for page in pages:
                self._shelves[page.organisation_id, lang] = Shelf(page)

    def shelf(self, organisation: Organisation, lang: str) -> Shelf:
        return self._shelves[organisation.pk, lang]


def _section(
    stock: Stock, organisation: Organisation, number: int, locale: Locale
) -> OrganisationPage:
    lang = locale.language_code
    rng = lots(stock.size.seed, f"section:{lang}", number)
    about = names_of(stock.tags.some(rng, 2, 4), lang)
    writer = stock.writers[lang]
    page = OrganisationPage(
        title=getattr(organisation, f"name_{lang}"),
        slug=f"prov-{stock.size.seed}-{number + 1}",
        locale=locale,
        translation_key=volume_key("organisation", stock.size.seed, number),
        organisation=organisation,
        summary=writer.sentences(rng, about, 1),
        body=writer.paragraphs(rng, about, 4),
    )
    publish(page, rng)
    return page
