"""What the admin knows of the site's own pages."""

from home.contact.submissions import MessagesView
from home.models import ContactPage

# Here, for Wagtail's view cannot be imported while models are still being made.
ContactPage.submissions_list_view_class = MessagesView
