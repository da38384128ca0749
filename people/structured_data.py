"""A public profile as schema.org's ``Person`` inside a ``ProfilePage``."""


def profile_node(page, context: dict) -> dict:
    """Only what the page itself shows: from the template's own context."""
    organisation = context["organisation"]
    person = {
        "@type": "Person",
        "@id": f"{page.full_url}#person",
        "name": page.title,
        "description": page.summary,
        "jobTitle": context["role"],
        "birthDate": context["born"] and str(context["born"]),
        "deathDate": context["died"] and str(context["died"]),
        "affiliation": organisation
        and {"@type": "Organization", "name": organisation.name.text},
        "identifier": context["orcid"] and f"https://orcid.org/{context['orcid']}",
        "knowsAbout": [shown.concept.name.text for shown in context["competences"]],
        "knowsLanguage": context["languages"],
    }
    return {"@type": "ProfilePage", "url": page.full_url, "mainEntity": person}
