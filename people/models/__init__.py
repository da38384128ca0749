from .organisations import Organisation, OrganisationIndexPage, OrganisationPage, Sector
from .pages import PersonIndexPage, PersonPage
from .parts import Level, PersonCompetence, PersonSource
from .records import ContactCard, HiddenCompetence, LegalBasis, PersonRecord

__all__ = [
    "ContactCard",
    "HiddenCompetence",
    "LegalBasis",
    "Level",
    "Organisation",
    "OrganisationIndexPage",
    "OrganisationPage",
    "PersonCompetence",
    "PersonIndexPage",
    "PersonPage",
    "PersonRecord",
    "PersonSource",
    "Sector",
]
