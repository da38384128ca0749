"""What the admin knows of projects."""

from wagtail import hooks

from .listings import project_listing_viewset


@hooks.register("register_admin_viewset")
def register_viewsets():
    return [project_listing_viewset]
