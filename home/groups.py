"""What Wagtail's two groups may do from the start, besides their pages."""

from django.contrib.auth.models import Group, Permission

#: By group; whoever is a moderator may do what editors may.
_EDITORS = (
    "overview.see_city_picture",
    "people.add_organisation",
    "people.change_organisation",
    "search.add_pin",
    "search.change_pin",
    "search.delete_pin",
    "search.add_registeredneed",
    "search.change_registeredneed",
    "search.view_demandcount",
    "taxonomy.change_concept",
)
_MODERATORS = (
    *_EDITORS,
    "home.change_navigation",
    "people.delete_organisation",
    "search.delete_registeredneed",
    "taxonomy.add_concept",
    "taxonomy.delete_concept",
)
RIGHTS = {"Editors": _EDITORS, "Moderators": _MODERATORS}


def grant_first_rights() -> None:
    """Give the groups their rights, unless one has any of these: from then on the
    rights are the administrators'. One query when there is nothing to do."""
    codenames = {name.partition(".")[2] for names in RIGHTS.values() for name in names}
    groups = Group.objects.filter(name__in=RIGHTS)
    if groups.filter(permissions__codename__in=codenames).exists():
        return
    known = {
        f"{right.content_type.app_label}.{right.codename}": right
        for right in Permission.objects.filter(codename__in=codenames).select_related(
            "content_type"
        )
    }
    for group in groups:
        group.permissions.add(*(known[name] for name in RIGHTS[group.name]))
