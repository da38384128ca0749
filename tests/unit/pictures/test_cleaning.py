"""What a camera wrote is not published; what the picture shows stays."""

from io import BytesIO

import pytest
from PIL import Image, ImageCms, ImageFile

from pictures.cleaning import (
    CleanPicture,
    NotAPicture,
    TooManyPixels,
    clean_picture,
    count_pixels,
)
from tests.factories.pictures import bomb, photograph

CAP = 40_000_000


def cleaned(data: bytes, name="prov.jpg") -> bytes:
    result = clean_picture(BytesIO(data), name=name, max_pixels=CAP)
    assert isinstance(result, CleanPicture)
    assert result.name == name
    return result.read()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_place_and_camera_are_gone(kind):
    before = photograph(kind=kind)
    assert Image.open(BytesIO(before)).getexif().get_ifd(0x8825)
    after = cleaned(before)
    image = Image.open(BytesIO(after))
    assert image.format == kind
    assert not dict(image.getexif())
    assert not {"exif", "xmp", "comment", "icc_profile"} & set(image.info)
    assert b"Provtelefonen" not in after


def test_it_is_turned_before_the_note_on_turning_goes():
    after = Image.open(BytesIO(cleaned(photograph(orientation=6))))
    assert after.size == (80, 120)  # 120 × 80, turned a quarter to the right.
    red, blue = after.getpixel((40, 10)), after.getpixel((40, 110))
    assert red[0] > 200 > 60 > red[2]
    assert blue[2] > 200 > 60 > blue[0]


def test_text_in_a_png_goes():
    out = BytesIO()
    image = Image.new("RGB", (9, 9), "green")
    image.info["xmp"] = b"<x:xmpmeta>Hemma</x:xmpmeta>"
    image.save(out, "PNG", comment="Hemma")
    assert b"Hemma" not in cleaned(out.getvalue(), "prov.png")


def test_other_colours_become_the_screens():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    after = Image.open(BytesIO(cleaned(photograph(icc_profile=srgb))))
    assert "icc_profile" not in after.info
    assert after.getpixel((10, 10))[0] > 240
    # A profile that does not fit the picture is dropped, not a reason to fail.
    broken = Image.open(BytesIO(cleaned(photograph(icc_profile=profile.tobytes()))))
    assert "icc_profile" not in broken.info


def test_a_transparent_png_stays_transparent():
    out = BytesIO()
    Image.new("RGBA", (8, 8), (255, 0, 0, 0)).save(out, "PNG")
    after = Image.open(BytesIO(cleaned(out.getvalue(), "prov.png")))
    assert after.convert("RGBA").getpixel((4, 4))[3] == 0


def test_a_moving_picture_still_moves():
    out = BytesIO()
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue", "lime")]
    frames[0].save(
        out, "GIF", save_all=True, append_images=frames[1:], duration=90, loop=0
    )
    after = Image.open(BytesIO(cleaned(out.getvalue(), "prov.gif")))
    assert after.n_frames == 3
    assert after.info["duration"] == 90


def test_a_bomb_is_counted_without_being_unpacked(monkeypatch):
    """7,000 × 7,000 pixels are 147 MB unpacked."""
    data = bomb(7_000)
    assert len(data) < 200_000
    monkeypatch.setattr(ImageFile.ImageFile, "load", _unpacked)
    with pytest.raises(TooManyPixels) as refused:
        clean_picture(BytesIO(data), name="bomb.png", max_pixels=CAP)
    assert refused.value.pixels == 49_000_000


def test_a_greater_bomb_is_refused_by_its_head_too(monkeypatch):
    monkeypatch.setattr(ImageFile.ImageFile, "load", _unpacked)
    with pytest.raises(TooManyPixels):
        count_pixels(BytesIO(bomb(14_000)))


def _unpacked(self):
    pytest.fail("The picture was unpacked.")


def test_all_frames_count():
    out = BytesIO()
    colours = ("red", "blue", "lime", "white")
    frames = [Image.new("RGB", (100, 100), colour) for colour in colours]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    assert count_pixels(BytesIO(out.getvalue())) == 40_000


@pytest.mark.parametrize(
    "data",
    [b"", b"no picture", b"<svg xmlns='http://www.w3.org/2000/svg'/>"],
)
def test_what_is_no_picture_is_said_to_be_none(data):
    with pytest.raises(NotAPicture):
        cleaned(data)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_cut_file_is_no_picture(kind):
    data = photograph(kind=kind, size=(400, 300))
    with pytest.raises(NotAPicture):
        cleaned(data[: len(data) * 2 // 3])


def test_cleaning_again_changes_no_more_than_the_bytes():
    once = cleaned(photograph(kind="PNG"), "prov.png")
    assert cleaned(once, "prov.png") == once
