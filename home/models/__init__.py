from .loaded import LoadedContent
from .pages import HomePage, StandardPage

__all__ = ["HomePage", "LoadedContent", "StandardPage"]
