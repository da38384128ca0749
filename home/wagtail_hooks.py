"""What the admin knows of the site's own pages."""

from wagtail import hooks

from home.contact.submissions import MessagesView
from home.models import ContactPage
from home.statement_warnings import remind, warn_when_opened

# Here, for Wagtail's view cannot be imported while models are still being made.
ContactPage.submissions_list_view_class = MessagesView

hooks.register("construct_homepage_panels", remind)
hooks.register("before_edit_page", warn_when_opened)
