from .contact import ContactField, ContactPage
from .loaded import LoadedContent
from .navigation import Navigation, NavigationLink
from .news import NewsIndexPage, NewsPage
from .pages import HomePage, StandardPage
from .themes import ThemePage

__all__ = [
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
