"""The demonstration's organisations, and the section pages of some of them."""

from home.site_plan import stable_key
from people.models import Organisation, OrganisationIndexPage, OrganisationPage

from .facts import LANGUAGES, DemoError, digest, read, text
from .placing import Places

FIELDS = ("name_sv", "name_en", "other_names", "sector", "parent_id", "number", "url")


def organisation_key(name: str):
    return stable_key("organisation", name)


def load_organisations(places: Places) -> dict[str, Organisation]:
    """Organisations by their id in the file."""
    facts = {item["id"]: item for item in read("organisations")["organisations"]}
    known = Organisation.objects.in_bulk()
    by_name = {organisation.name_sv: organisation for organisation in known.values()}
    made: dict[str, Organisation] = {}

    def load(name: str) -> Organisation:
        if name not in made:
            if name not in facts:
                raise DemoError(f"No organisation “{name}” in organisations.json.")
            item = facts[name]
            parent = load(item["parent"]) if "parent" in item else None
            made[name] = _load_one(item, parent, known, by_name, places)
        return made[name]

    for name in facts:
        load(name)
    return made


def _load_one(item, parent, known, by_name, places: Places) -> Organisation:
    key = organisation_key(item["id"])
    entry = places.entries.get((key, ""))
    # Found by what an earlier run noted, for an editor may have renamed it; and
    # otherwise by name, for an import may have made it.
    organisation = (
        known.get(int(entry.object_id)) if entry else by_name.get(item["name"]["sv"])
    )
    name = item["name"]["sv"]
    wanted = {
        "name_sv": name,
        "name_en": text(item, "name", "en"),
        "other_names": "\n".join(item.get("other_names", [])),
        "sector": item["sector"],
        "parent_id": parent.pk if parent else None,
        "number": item.get("number", ""),
        "url": item.get("url", ""),
    }
    mark = digest(wanted)
    if organisation is not None:
        if entry is None or entry.mark != digest(_values(organisation)):
            places.report.add("kept", name)
            return organisation
        if entry.mark == mark:
            places.report.add("unchanged", name)
            return organisation
    places.report.add("updated" if organisation else "created", name)
    organisation = organisation or Organisation()
    for field, value in wanted.items():
        setattr(organisation, field, value)
    organisation.save()
    places.note(key, "", organisation, mark, mark)
    return organisation


def _values(organisation: Organisation) -> dict:
    return {name: getattr(organisation, name) for name in FIELDS}


class Sections:
    """The pages under which organisations' projects and people lie."""

    def __init__(self, places: Places, organisations: dict[str, Organisation]):
        self.places = places
        self.organisations = organisations
        self.pages: dict[tuple[str, str], OrganisationPage | None] = {}
        # A section that somebody else made for the organisation serves as well.
        ours = {
            organisation_key(item["id"])
            for item in read("organisations")["organisations"]
        }
        self.others = {
            (page.organisation_id, page.locale_id): page
            for page in OrganisationPage.objects.exclude(translation_key__in=ours)
        }
        places.prefetch(OrganisationPage, ours)
        index = stable_key("site", "organisations")
        places.prefetch(OrganisationIndexPage, [index])
        self.index = {lang: places.find(index, lang) for lang in LANGUAGES}

    def load(self) -> None:
        for item in read("organisations")["organisations"]:
            if item.get("section"):
                for lang in LANGUAGES:
                    self.pages[item["id"], lang] = self._load_one(item, lang)

    def _load_one(self, item, lang: str) -> OrganisationPage | None:
        organisation = self.organisations[item["id"]]
        other = self.others.get((organisation.pk, self.places.locales[lang].pk))
        if other is not None:
            return other
        key = organisation_key(item["id"])
        # As a translation of a section that exists in the other language.
        for locale in self.places.locales.values():
            if sibling := self.others.get((organisation.pk, locale.pk)):
                key = sibling.translation_key
        title = text(item, "name", lang) or item["name"]["sv"]

        def fill(page: OrganisationPage):
            page.title = title
            page.organisation = organisation
            page.body = text(item, "about", lang)

        return self.places.place(
            model=OrganisationPage,
            key=key,
            lang=lang,
            name=title,
            parent=self.index[lang],
            digest=digest(item, lang),
            fill=fill,
        )

    def parent(self, name: str, lang: str) -> OrganisationPage | None:
        return self.pages.get((name, lang))
