"""Organisations of rows: found by number, else by name, else made."""

import re

from people.models import Organisation, Sector

from .rows import OrganisationRow

_MUSEUM = re.compile(r"\w*muse(?:um|et|er|erna)\b", re.IGNORECASE)
_SECTOR_OF_KIND = {
    "universitet": Sector.UNIVERSITY,
    "högskola": Sector.UNIVERSITY,
    "företag": Sector.COMPANY,
    "stat, regioner, kommuner, församlingar": Sector.REGION_STATE,
    "ideella föreningar och stiftelser": Sector.CIVIL_SOCIETY,
    # Economic associations and sole traders, as far as seen: private business.
    "övrigt": Sector.COMPANY,
}
#: The first digit of an organisation number (Skatteverket, "Organisationsnummer").
_SECTOR_OF_NUMBER = {
    "2": Sector.REGION_STATE,
    "5": Sector.COMPANY,
    "7": Sector.COMPANY,
    "8": Sector.CIVIL_SOCIETY,
    "9": Sector.COMPANY,
}
#: Municipalities have numbers of their own within the public sector's.
_MUNICIPALITY = "212000"


def sector_of(row: OrganisationRow) -> Sector:
    """The sector, from Swecris' type and where it is missing from the number.

    Two things the type does not tell: a name with the word museum is a museum, and a
    public body whose number is a municipality's is a city. Funders that say nothing
    at all are taken for public bodies, as most are.
    """
    if _MUSEUM.search(row.name_sv):
        return Sector.MUSEUM
    sector = _SECTOR_OF_KIND.get(row.kind.casefold()) or _SECTOR_OF_NUMBER.get(
        row.number[:1], Sector.REGION_STATE
    )
    if sector == Sector.REGION_STATE and row.number.startswith(_MUNICIPALITY):
        return Sector.CITY
    return sector


class Organisations:
    """All organisations by number and by name, kept in memory during an import.

    An organisation that is already there keeps what editors wrote; an empty number is
    filled in, so that the next import finds it under any name.
    """

    def __init__(self):
        self.forget()

    def forget(self):
        """Read anew from the database."""
        self._by_number: dict[str, Organisation] = {}
        self._by_name: dict[str, Organisation] = {}
        for organisation in Organisation.objects.order_by("-pk"):
            self._remember(organisation)

    def _remember(self, organisation: Organisation):
        if digits := re.sub(r"\D", "", organisation.number):
            self._by_number[digits[-10:]] = organisation
        names = (
            organisation.name_sv,
            organisation.name_en,
            *organisation.other_names.splitlines(),
        )
        for name in names:
            if name.strip():
                self._by_name[_name_key(name)] = organisation

    def find(self, row: OrganisationRow) -> Organisation | None:
        if row.number and row.number in self._by_number:
            return self._by_number[row.number]
        found = self._by_name.get(_name_key(row.name_sv)) or (
            self._by_name.get(_name_key(row.name_en)) if row.name_en else None
        )
        if found and found.number and row.number:
            return None  # The same name, but another organisation.
        return found

    def get(self, row: OrganisationRow) -> Organisation:
        """The organisation, written to the database where it is new."""
        organisation = self.find(row)
        if organisation is None:
            organisation = Organisation.objects.create(
                name_sv=row.name_sv,
                name_en="" if row.name_en == row.name_sv else row.name_en,
                number=_written(row.number),
                sector=sector_of(row),
            )
        elif row.number and not organisation.number:
            organisation.number = _written(row.number)
            organisation.save(update_fields=["number"])
        self._remember(organisation)
        return organisation


def _name_key(name: str) -> str:
    return re.sub(r"\s+", " ", name).strip().casefold()


def _written(number: str) -> str:
    """``"2021003054"`` → ``"202100-3054"``."""
    return f"{number[:6]}-{number[6:]}" if number else ""
