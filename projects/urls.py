"""Addresses of what projects offer beside their pages (in the reader's language)."""

from django.urls import path

from .feeds import ConceptFeed, NeedFeed, ProjectFeed
from .views import project_card, project_plate

urlpatterns = [
    path("plates/<uuid:key>/<str:shape>.svg", project_plate, name="plate"),
    path("cards/<uuid:key>.png", project_card, name="share-card"),
    path("feeds/projects.atom", ProjectFeed(), name="project-feed"),
    path("feeds/needs.atom", NeedFeed(), name="need-feed"),
    path("feeds/<slug:scheme>/<str:notation>.atom", ConceptFeed(), name="concept-feed"),
]
