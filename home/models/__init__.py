from .loaded import LoadedContent
from .navigation import Navigation, NavigationLink
from .pages import HomePage, StandardPage

__all__ = [
    "HomePage",
    "LoadedContent",
    "Navigation",
    "NavigationLink",
    "StandardPage",
]
