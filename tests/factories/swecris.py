"""Invented rows in the form of Swecris' interface."""

#: ORCID's own example, of a person who does not exist.
ORCID = "0000-0002-1825-0097"

VINNOVA_SV = (
    "Syfte och mål:\r\nAtt prova dagvatten. Och mer därtill.\r\n\r\n"
    "Förväntade effekter och resultat:\r\n<p>Mindre <b>vatten</b>.</p>\r\n\r\n"
    "Upplägg och genomförande:\r\nMed hink.\r\n"
)
VINNOVA_EN = (
    "Purpose and goal:\r\nTo test stormwater.\r\n\r\n"
    "Expected results and effects:\r\nLess water.\r\n\r\n"
    "Approach and implementation:\r\nWith a bucket.\r\n"
)
SUBJECTS = (
    "¤¤¤ 2: Teknik, Engineering and Technology, 201: Samhällsbyggnadsteknik, "
    "Civil Engineering , 20107: Vattenteknik, Water Engineering "
)
PEOPLE = (
    f"¤¤¤9000001¤Prova Testsson¤{ORCID}¤Principal Investigator¤Projektledare¤"
    "¤¤¤9000002¤Hitta Påhitt¤¤Co-Investigator¤Projektdeltagare¤"
)


def swecris_row(**changes) -> dict:
    """A complete row; ``changes`` replace fields, and ``None`` empties them."""
    return {
        "projectId": "2099-00001_Provfonden",
        "projectTitleSv": "Dagvatten på prov",
        "projectTitleEn": "Stormwater on trial",
        "projectAbstractSv": VINNOVA_SV,
        "projectAbstractEn": VINNOVA_EN,
        "projectStartDate": "2011-01-01 00:00:00",
        "projectEndDate": "2012-12-31 00:00:00",
        "coordinatingOrganisationId": "212000-9999",
        "coordinatingOrganisationNameSv": "Provköpings kommun",
        "coordinatingOrganisationNameEn": "Municipality of Provköping",
        "coordinatingOrganisationTypeOfOrganisationSv": (
            "Stat, regioner, kommuner, församlingar"
        ),
        "fundingOrganisationId": "202100-9999",
        "fundingOrganisationNameSv": "Statens provfond",
        "fundingOrganisationNameEn": "The State Test Fund",
        "fundingOrganisationTypeOfOrganisationSv": (
            "Stat, regioner, kommuner, församlingar"
        ),
        "fundingsSek": 500000,
        "fundingYear": 2011,
        "typeOfAwardId": 1,
        "typeOfAwardDescrSv": "Projektbidrag",
        "typeOfAwardDescrEn": "Project grant",
        "involvedPeople": PEOPLE,
        "scbs": SUBJECTS,
        **changes,
    }
