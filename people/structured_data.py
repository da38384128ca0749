"""A public profile as schema.org's ``Person`` inside a ``ProfilePage``."""

from core.structured_data import breadcrumb, json_ld


def person_json_ld(page, context: dict) -> str:
    """Only what the page itself shows: from the template's own context."""
    facts, organisation = context["facts"], context["organisation"]
    person = {
        "@type": "Person",
        "@id": f"{page.full_url}#person",
        "name": page.title,
        "description": page.summary,
        "jobTitle": context["role"],
        "birthDate": facts.born and str(facts.born),
        "deathDate": facts.died and str(facts.died),
        "affiliation": organisation
        and {"@type": "Organization", "name": organisation.name.text},
        "identifier": context["orcid"] and f"https://orcid.org/{context['orcid']}",
        "knowsAbout": [row.concept.name.text for row in context["competences"]],
        "knowsLanguage": context["languages"],
    }
    return json_ld(
        {"@type": "ProfilePage", "url": page.full_url, "mainEntity": person},
        breadcrumb(page),
    )
