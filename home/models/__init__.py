from .contact import ContactField, ContactPage
from .loaded import LoadedContent
from .navigation import Navigation, NavigationLink
from .news import NewsIndexPage, NewsPage
from .pages import HomePage, StandardPage
from .statement import AccessibilityStatementPage
from .themes import ThemePage

__all__ = [
    "AccessibilityStatementPage",
    "ContactField",
    "ContactPage",
    "HomePage",
    "LoadedContent",
    "Navigation",
    "NavigationLink",
    "NewsIndexPage",
    "NewsPage",
    "StandardPage",
    "ThemePage",
]
