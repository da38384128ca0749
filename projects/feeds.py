"""Atom feeds (RFC 4287): new projects, open needs, and one for each concept."""

from django.contrib.syndication.views import Feed
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from core.public import public_pages
from taxonomy.models import Concept
from taxonomy.queries import concept_index, descendants

from .models import ProjectRecord
from .queries import projects_about, public_sources
from .sought import parse_need_choice, sought_needs

NEWEST = 50


class ProjectFeed(Feed):
    """The newest public projects, in the reader's language where there is one."""

    feed_type = Atom1Feed

    def title(self, obj):
        return _("New projects – På gränsen")

    def link(self, obj):
        return reverse("search") + "?type=project&sort=newest"

    def subtitle(self, obj):
        return _("The city’s projects, newest first.")

    def projects(self, obj):
        return public_sources()

    def items(self, obj):
        sources = list(
            self.projects(obj).order_by("-first_published_at", "pk")[:NEWEST]
        )
        keys = [source.translation_key for source in sources]
        pages = public_pages(ProjectRecord, keys)
        return [pages[key] for key in keys if key in pages]

    def item_title(self, item):
        return item.title

    def item_description(self, item):
        return item.summary

    def item_link(self, item):
        return item.full_url

    def item_guid(self, item):
        return f"urn:uuid:{item.translation_key}"

    def item_pubdate(self, item):
        return item.first_published_at

    def item_updateddate(self, item):
        return item.last_published_at


class ConceptFeed(ProjectFeed):
    """New projects about a concept and what is narrower; also for a district."""

    def get_object(self, request, scheme, notation):
        return get_object_or_404(
            Concept.objects.select_related("scheme"),
            scheme__slug=scheme,
            notation=notation,
        )

    def title(self, obj):
        return _("New projects about %(concept)s – På gränsen") % {"concept": obj.name}

    def link(self, obj):
        return reverse("concept", args=[obj.scheme.slug, obj.notation])

    def projects(self, obj):
        return projects_about(descendants([obj.pk]))


class NeedFeed(Feed):
    """Competences that public projects look for now, narrowed as in
    :mod:`projects.sought`."""

    feed_type = Atom1Feed

    def get_object(self, request):
        return parse_need_choice(request.GET, concept_index())

    def title(self, obj):
        return _("Needed now – På gränsen")

    def link(self, obj):
        return reverse("search") + "?type=project"

    def feed_url(self, obj):
        return f"{reverse('need-feed')}?{obj.query}" if obj.query else None

    def subtitle(self, obj):
        return _("Competences that the city’s projects look for.")

    def items(self, obj):
        needs = list(sought_needs(obj, concept_index())[:NEWEST])
        pages = public_pages(
            ProjectRecord, [need.page.translation_key for need in needs]
        )
        shown = []
        for need in needs:
            project = pages.get(need.page.translation_key)
            if project is not None:
                shown.append((need, project))
        return shown

    def item_title(self, item):
        need, project = item
        return f"{need.competence.name} – {project.title}"

    def item_description(self, item):
        need, _project = item
        return need.description.text

    def item_link(self, item):
        return f"{item[1].full_url}#needs"

    def item_guid(self, item):
        return f"urn:uuid:{item[0].key}"

    def item_updateddate(self, item):
        return item[1].last_published_at
