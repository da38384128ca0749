"""The shapes that pictures are shown in, and the sizes each is kept in.

A cropped shape follows the picture's focal point, which editors set.
"""

from dataclasses import dataclass

from django.core.exceptions import ImproperlyConfigured
from wagtail.images.models import Filter
from wagtail.images.models import Picture as PictureMarkup
from wagtail.images.shortcuts import (
    get_rendition_or_not_found,
    get_renditions_or_not_found,
)

#: Best first; a browser takes the first that it knows.
FORMATS = ("avif", "webp", "jpeg")


@dataclass(frozen=True, slots=True)
class Shape:
    #: Widths in pixels, the smallest first.
    widths: tuple[int, ...]
    #: Height for each unit of width; 0 keeps the picture's own.
    ratio: float
    #: How wide the picture is shown: the ``sizes`` attribute.
    sizes: str

    def operations(self, width_of_original: int) -> list[str]:
        """Wagtail's operations: none larger than needed, always at least one."""
        widths = [width for width in self.widths if width <= width_of_original]
        larger = [width for width in self.widths if width > width_of_original]
        chosen = [*widths, *larger[:1]]
        if not self.ratio:
            return [f"width-{width}" for width in chosen]
        return [f"fill-{width}x{round(width * self.ratio)}" for width in chosen]

    def specs(self, width_of_original: int) -> list[str]:
        """What the renditions are called, for each format and width."""
        return [
            f"{operation}|format-{kind}"
            for kind in FORMATS
            for operation in self.operations(width_of_original)
        ]


SHAPES = {
    "natural": Shape((480, 800, 1200, 1800), 0, "(min-width: 64rem) 60rem, 100vw"),
    "text": Shape((480, 960, 1440), 0, "(min-width: 60rem) 44rem, 100vw"),
    "lead": Shape((480, 800, 1200, 1800), 4 / 9, "(min-width: 80rem) 74rem, 100vw"),
    "portrait": Shape((272, 544), 5 / 4, "17rem"),
    "thumb": Shape((56, 112, 168), 1, "3.5rem"),
    "card": Shape((320, 640), 2 / 3, "(min-width: 48rem) 20rem, 100vw"),
}

#: The share card's size, as Open Graph's readers show it without cropping.
SHARED = "fill-1200x630|format-jpeg"


def shared_rendition(image):
    """The picture as a share card; JPEG, which every reader of links knows."""
    return get_rendition_or_not_found(image, Filter(spec=SHARED))


def picture_markup(image, shape: str, *, eager: bool = False, alt: str | None = None):
    """A ``<picture>`` with sizes, formats, width and height.

    ``eager``: it is the largest thing on the first screen. ``alt``: instead of the
    picture's own words, where the text beside it says them already.
    """
    try:
        shown = SHAPES[shape]
    except KeyError:
        raise ImproperlyConfigured(f"No shape of pictures: {shape}") from None
    # Where there is one size only, a browser has nothing to choose by.
    several = len(shown.operations(image.width)) > 1
    attributes = {"sizes": shown.sizes} if several else {}
    if eager:
        attributes |= {"loading": "eager", "fetchpriority": "high"}
    else:
        attributes |= {"loading": "lazy", "decoding": "async"}
    if alt is not None:
        attributes["alt"] = alt
    filters = [Filter(spec=spec) for spec in shown.specs(image.width)]
    return PictureMarkup(get_renditions_or_not_found(image, filters), attributes)
