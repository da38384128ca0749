"""Addresses of what projects offer beside their pages (in the reader's language)."""

from django.urls import path

from .feeds import ConceptFeed, NeedFeed, ProjectFeed

urlpatterns = [
    path("feeds/projects.atom", ProjectFeed(), name="project-feed"),
    path("feeds/needs.atom", NeedFeed(), name="need-feed"),
    path("feeds/<slug:scheme>/<str:notation>.atom", ConceptFeed(), name="concept-feed"),
]
