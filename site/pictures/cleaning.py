"""What a camera wrote into a picture is not published with it.

A telephone writes the place (GPS), the time and itself into each photograph. All of
that goes; what it said of how to turn the picture and of its colours is carried out
first, so that the picture looks the same.
"""

import warnings
from contextlib import suppress
from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image, ImageCms, ImageOps, ImageSequence, UnidentifiedImageError

#: Quality of a picture that had to be written anew (Pillow's scale, 1 to 100).
QUALITY = 92
#: Formats that this site keeps (``WAGTAILIMAGES_EXTENSIONS``), and how they are saved.
SAVED = {
    "JPEG": {"quality": QUALITY, "subsampling": 0, "optimize": True},
    "PNG": {"optimize": False},
    "WEBP": {"quality": QUALITY},
    "AVIF": {"quality": QUALITY},
    "GIF": {},
}
#: The timing of moving pictures: all that is kept of what stood beside the pixels.
KEPT = ("duration", "loop", "transparency", "disposal")


class NotAPicture(Exception):
    """No picture that can be read: another kind of file, or a broken one."""


class TooManyPixels(Exception):
    """More pixels than allowed; ``pixels`` says how many, 0 where unknown."""

    def __init__(self, pixels: int = 0):
        super().__init__(pixels)
        self.pixels = pixels


class CleanPicture(ContentFile):
    """A file's content that has been through :func:`clean_picture`."""


def count_pixels(content) -> int:
    """Pixels of all frames, read from the file's head: nothing is unpacked.

    Raises :class:`NotAPicture`, or :class:`TooManyPixels` where Pillow itself will
    not touch it.
    """
    with _opened(content) as image:
        return image.width * image.height * getattr(image, "n_frames", 1)


def clean_picture(content, *, name: str, max_pixels: int | None) -> CleanPicture:
    """The same picture, upright, in sRGB, with nothing but its pixels.

    ``content`` is a file opened for reading bytes. Raises :class:`NotAPicture` and
    :class:`TooManyPixels`; the latter before anything is unpacked.
    """
    pixels = count_pixels(content)
    if max_pixels is not None and pixels > max_pixels:
        raise TooManyPixels(pixels)
    with _opened(content) as image:
        if image.format not in SAVED:
            raise NotAPicture
        try:
            frames = [_bare(frame) for frame in ImageSequence.Iterator(image)]
        except (OSError, SyntaxError, ValueError, EOFError) as error:
            raise NotAPicture from error
        options = dict(SAVED[image.format])
        if len(frames) > 1:
            options |= {"save_all": True, "append_images": frames[1:]}
            options |= {k: image.info[k] for k in KEPT[:2] if k in image.info}
        out = BytesIO()
        frames[0].save(out, image.format, **options)
    return CleanPicture(out.getvalue(), name=name)


class _opened:
    """A Pillow image of a file that stays open and stands at its beginning after."""

    def __init__(self, content):
        self.content = content

    def __enter__(self) -> Image.Image:
        self.content.seek(0)
        try:
            with warnings.catch_warnings():
                # Our own limit is lower, and is an answer instead of a warning.
                warnings.simplefilter("ignore", Image.DecompressionBombWarning)
                self.image = Image.open(self.content)
        except Image.DecompressionBombError as error:
            raise TooManyPixels from error
        except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
            raise NotAPicture from error
        return self.image

    def __exit__(self, *_error):
        self.content.seek(0)


def _bare(frame: Image.Image) -> Image.Image:
    """One frame, turned as its EXIF says, in sRGB, and with its pixels alone."""
    upright = ImageOps.exif_transpose(frame)
    if upright is frame:
        upright = frame.copy()
    seen = _in_srgb(upright)
    seen.info = {key: seen.info[key] for key in KEPT if key in seen.info}
    # Pillow writes what it finds here, beside what it is told to write.
    seen.getexif().clear()
    for trace in ("text", "tag_v2", "_exif"):
        seen.__dict__.pop(trace, None)
    return seen


def _in_srgb(image: Image.Image) -> Image.Image:
    """In the colours that every screen expects, where a profile says otherwise.

    A profile that cannot be read is dropped: the browser would not read it either.
    """
    profile = image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "RGBA", "CMYK", "L"):
        with suppress(ImageCms.PyCMSError):
            image = ImageCms.profileToProfile(
                image,
                ImageCms.ImageCmsProfile(BytesIO(profile)),
                ImageCms.createProfile("sRGB"),
                outputMode="RGBA" if image.mode == "RGBA" else "RGB",
            )
    return image.convert("RGB") if image.mode == "CMYK" else image
