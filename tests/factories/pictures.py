"""Pictures for tests: drawn here, with the traces that a telephone leaves."""

import struct
import zlib
from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

from pictures.models import Picture


def photograph(
    *, size=(120, 80), kind="JPEG", orientation=1, place=True, icc_profile=None
) -> bytes:
    """A picture whose left half is red and right half blue, with EXIF."""
    image = Image.new("RGB", size, "blue")
    image.paste((255, 0, 0), (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[Base.Orientation] = orientation
    exif[Base.Make] = "Provtelefonen"
    if place:
        exif[IFD.GPSInfo] = {
            GPS.GPSLatitudeRef: "N",
            GPS.GPSLatitude: (59.0, 19.0, 10.0),
            GPS.GPSLongitudeRef: "E",
            GPS.GPSLongitude: (18.0, 4.0, 18.0),
        }
    out = BytesIO()
    more = {"comment": b"Hemma hos Provtelefonen"} if kind == "JPEG" else {}
    if icc_profile:
        more["icc_profile"] = icc_profile
    image.save(out, kind, exif=exif, quality=95, **more)
    return out.getvalue()


def bomb(side: int) -> bytes:
    """A PNG of ``side`` × ``side`` black pixels: a few kilobytes that unpack to many.

    Written row by row: making it takes no more memory than sending it.
    """
    packer = zlib.compressobj(9)
    row = bytes(1 + side * 3)
    packed = [packer.compress(row) for _row in range(side)]
    data = b"".join([*packed, packer.flush()])
    return b"".join(
        [
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)),
            _chunk(b"IDAT", data),
            _chunk(b"IEND", b""),
        ]
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    sum_ = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", sum_)


def make_picture(name="prov.jpg", *, content=None, **fields) -> Picture:
    """A stored picture, described unless said otherwise."""
    fields = {
        "title": name,
        "description_sv": "En röd och en blå halva",
        "licence": "cc0",
    } | fields
    return Picture.objects.create(
        file=ContentFile(content or photograph(), name=name), **fields
    )
