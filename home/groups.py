"""What Wagtail's two groups may do from the start, besides their pages."""

from django.contrib.auth.models import Group, Permission

#: By group; whoever is a moderator may do what editors may.
_EDITORS = (
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
    """Give the groups their rights, unless somebody has given them any of these:
    from then on the rights are the administrators'."""
    wanted = {name for rights in RIGHTS.values() for name in rights}
    codenames = {name.partition(".")[2] for name in wanted}
    known = {
        f"{right.content_type.app_label}.{right.codename}": right
        for right in Permission.objects.filter(codename__in=codenames).select_related(
            "content_type"
        )
    }
    ours = {known[name].pk for name in wanted}
    for group in Group.objects.filter(name__in=RIGHTS):
        if not group.permissions.filter(pk__in=ours).exists():
            group.permissions.add(*(known[name] for name in RIGHTS[group.name]))
