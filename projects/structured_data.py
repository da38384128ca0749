"""A project as schema.org's ``ResearchProject``, with its grants."""


def _organisation(shown) -> dict | None:
    return shown and {
        "@type": "Organization",
        "name": shown.name.text,
        "url": shown.organisation.url,
    }


def _grant(row, organisations) -> dict:
    return {
        "@type": "MonetaryGrant",
        "funder": _organisation(organisations.get(row.funder_id)),
        "name": row.programme,
        "amount": row.amount
        and {"@type": "MonetaryAmount", "value": row.amount, "currency": "SEK"},
    }


def _place(facts) -> dict | None:
    if facts.latitude is None:
        return None
    return {
        "@type": "Place",
        "geo": {
            "@type": "GeoCoordinates",
            "latitude": float(facts.latitude),
            "longitude": float(facts.longitude),
        },
    }


def project_node(page, context: dict) -> dict:
    """From the context that the template has: nothing is read anew."""
    facts, organisations = context["facts"], context["organisations"]
    return {
        "@type": "ResearchProject",
        "@id": f"{page.full_url}#project",
        "url": page.full_url,
        "name": page.title,
        "description": page.summary,
        "identifier": [row.identifier for row in facts.case_numbers.all()],
        "foundingDate": facts.start,
        "dissolutionDate": facts.end,
        "parentOrganization": _organisation(organisations.get(facts.coordinator_id)),
        "member": [
            *(
                _organisation(organisations.get(row.organisation_id))
                for row in facts.partners.all()
            ),
            *(
                {
                    "@type": "Person",
                    "name": member.page.title,
                    "url": member.page.full_url,
                }
                for member in context["team"]
            ),
        ],
        "funding": [_grant(row, organisations) for row in facts.funding.all()],
        "keywords": [
            concept.name.text for concept in (*context["tags"], *context["subjects"])
        ],
        "areaServed": [
            {"@type": "Place", "name": district.name.text}
            for district in context["districts"]
        ],
        "location": _place(facts),
    }
