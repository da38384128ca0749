"""A project as schema.org's ``ResearchProject``, with its grants."""

from core.structured_data import breadcrumb, json_ld


def _organisation(organisation) -> dict:
    return {
        "@type": "Organization",
        "name": organisation.name.text,
        "url": organisation.url,
    }


def _grant(row) -> dict:
    return {
        "@type": "MonetaryGrant",
        "funder": _organisation(row.funder),
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


def project_json_ld(page, context: dict) -> str:
    """From the context that the template has: nothing is read anew."""
    facts = context["facts"]
    project = {
        "@type": "ResearchProject",
        "@id": f"{page.full_url}#project",
        "url": page.full_url,
        "name": page.title,
        "description": page.summary,
        "identifier": [row.identifier for row in facts.case_numbers.all()],
        "foundingDate": facts.start,
        "dissolutionDate": facts.end,
        "parentOrganization": facts.coordinator and _organisation(facts.coordinator),
        "member": [
            *(_organisation(row.organisation) for row in facts.partners.all()),
            *(
                {
                    "@type": "Person",
                    "name": member.page.title,
                    "url": member.page.full_url,
                }
                for member in context["team"]
            ),
        ],
        "funding": [_grant(row) for row in facts.funding.all()],
        "keywords": [
            concept.name.text for concept in (*facts.tags.all(), *facts.subjects.all())
        ],
        "areaServed": [
            {"@type": "Place", "name": district.name.text}
            for district in facts.districts.all()
        ],
        "location": _place(facts),
    }
    return json_ld(project, breadcrumb(page))
