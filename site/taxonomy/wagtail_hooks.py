from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from .choosers import concept_chooser_viewset
from .viewsets import VocabularyGroup


@hooks.register("register_admin_viewset")
def register_viewsets():
    # The chooser first: the forms of what follows use its widget.
    return [concept_chooser_viewset, VocabularyGroup()]


@hooks.register("register_log_actions")
def register_log_actions(actions):
    actions.register_action(
        "taxonomy.deprecate", _("Deprecate"), _("Concept deprecated")
    )


@hooks.register("insert_global_admin_css")
def concept_css():
    # Global, for the chooser's dialog opens on any page.
    return format_html(
        '<link rel="stylesheet" href="{}">', static("taxonomy/css/concepts.css")
    )
