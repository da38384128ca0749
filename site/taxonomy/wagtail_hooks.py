from wagtail import hooks

from .choosers import concept_chooser_viewset


@hooks.register("register_admin_viewset")
def register_viewsets():
    return [concept_chooser_viewset]
