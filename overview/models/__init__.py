from .openings import NeedOpened
from .pages import CityPicturePage

__all__ = ["CityPicturePage", "NeedOpened"]
