"""Pictures come in by three ways; each asks what they show, none keeps the place."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image, ImageFile
from wagtail.images.forms import get_image_form
from wagtail.models import Collection, UploadedFile

from pictures.models import Picture
from tests.factories.pictures import bomb, make_picture, photograph

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def upload(content=None, name="prov.jpg", kind="image/jpeg"):
    return SimpleUploadedFile(name, content or photograph(), content_type=kind)


def filled(**fields) -> dict:
    return {
        "title": "Prov",
        "description_sv": "En röd och en blå halva",
        "licence": "cc0",
        "collection": Collection.get_first_root_node().pk,
    } | fields


def form(file=None, **fields):
    return get_image_form(Picture)(filled(**fields), {"file": file or upload()})


def stored(media: Path) -> list[bytes]:
    return [path.read_bytes() for path in media.rglob("*") if path.is_file()]


def test_an_upload_needs_a_description_or_the_tick():
    bare = form(description_sv="")
    assert not bare.is_valid()
    assert list(bare.errors) == ["description_sv"]
    assert form(description_sv="", description_en="Red and blue").is_valid()
    assert form(description_sv="", is_decorative="on").is_valid()
    both = form(is_decorative="on")
    assert list(both.errors) == ["is_decorative"]


def test_a_licence_that_asks_for_a_name_gets_one():
    assert list(form(licence="").errors) == ["licence"]
    assert list(form(licence="cc-by-4.0").errors) == ["credit"]
    assert form(licence="cc-by-4.0", credit="Prova Testsson").is_valid()
    assert list(form(licence="other").errors) == ["licence_name"]


def test_what_is_stored_is_clean_and_upright(media):
    good = form(upload(photograph(orientation=6)))
    assert good.is_valid(), good.errors
    picture = good.save()
    picture.refresh_from_db()
    assert (picture.width, picture.height) == (80, 120)
    assert picture.file_size == picture.file.size
    with picture.open_file() as file:
        assert not dict(Image.open(file).getexif())
    for kind in ("jpeg", "webp", "avif", "png"):
        rendition = picture.get_rendition(f"width-40|format-{kind}")
        with rendition.open_file() as file:
            shown = Image.open(file)
            assert not dict(shown.getexif())
            assert "icc_profile" not in shown.info
            assert shown.size == (40, 60)
    files = stored(media)
    assert len(files) == 5
    assert not [data for data in files if b"Provtelefonen" in data]


def test_also_what_no_form_has_seen_is_stored_clean(media):
    make_picture(content=photograph(orientation=3))
    assert not [data for data in stored(media) if b"Provtelefonen" in data]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("prov.png", photograph(), "invalid_image_known_format"),
        ("prov.tiff", photograph(), "invalid_image_extension"),
        ("prov.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", None),
        ("prov.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", None),
        ("prov.jpg", b"no picture", "invalid_image"),
        ("prov.jpg", photograph(size=(400, 300))[:2500], None),
        ("prov.png", bomb(7_000), "file_too_many_pixels"),
        ("prov.png", bomb(14_000), "file_too_many_pixels"),
    ],
)
def test_what_is_refused_is_refused_with_a_sentence(name, content, code):
    refused = form(upload(content, name))
    assert list(refused.errors) == ["file"]
    errors = refused.errors.as_data()["file"]
    assert code in (None, errors[0].code)
    assert len(errors[0].messages[0]) > 20


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch):
    def unpacked(self):
        pytest.fail("The picture was unpacked.")

    monkeypatch.setattr(ImageFile.ImageFile, "load", unpacked)
    refused = form(upload(bomb(7_000), "prov.png"))
    assert "49000000" in str(refused.errors["file"]).replace("\xa0", "")


def test_the_upload_of_many_asks_before_there_is_a_picture(admin_client, media):
    answer = admin_client.post(
        reverse("wagtailimages:add_multiple"),
        {"title": "prov.jpg", "files[]": upload(photograph(orientation=6))},
    ).json()
    assert answer["success"]
    assert not Picture.objects.exists()
    waiting = UploadedFile.objects.get()
    assert not [data for data in stored(media) if b"Provtelefonen" in data]

    prefix = f"uploaded-image-{waiting.pk}"
    create = reverse(
        "wagtailimages:create_multiple_from_uploaded_image", args=[waiting.pk]
    )
    data = {f"{prefix}-{name}": value for name, value in filled().items()}
    again = admin_client.post(create, data | {f"{prefix}-description_sv": ""}).json()
    assert not again["success"]
    assert "error-message" in again["form"]
    assert admin_client.post(create, data).json()["success"]
    picture = Picture.objects.get()
    assert picture.description_sv == "En röd och en blå halva"
    assert (picture.width, picture.height) == (80, 120)
    assert not [data for data in stored(media) if b"Provtelefonen" in data]


def test_the_upload_of_many_says_what_is_wrong_with_a_file(admin_client):
    answer = admin_client.post(
        reverse("wagtailimages:add_multiple"),
        {"title": "prov.png", "files[]": upload(bomb(7_000), "prov.png")},
    ).json()
    assert not answer["success"]
    assert "49000000" in answer["error_message"].replace("\xa0", "")


def test_the_choosers_upload_asks_too(admin_client):
    address = reverse("wagtailimages_chooser:create")
    shown = admin_client.get(reverse("wagtailimages_chooser:choose"))
    prefix = re.search(r'name="([\w-]*)description_sv"', shown.json()["html"]).group(1)
    sent = {f"{prefix}{name}": value for name, value in filled().items()}
    bare = sent | {f"{prefix}description_sv": "", f"{prefix}file": upload()}
    assert admin_client.post(address, bare).json()["step"] == "reshow_creation_form"
    assert not Picture.objects.exists()
    answer = admin_client.post(address, sent | {f"{prefix}file": upload()}).json()
    assert answer["step"] == "chosen"
    assert answer["result"]["default_alt_text"] == "En röd och en blå halva"


def test_a_new_file_replaces_the_old_ones_sizes(admin_client):
    picture = make_picture()
    wider = upload(photograph(size=(200, 100)), "ny.jpg")
    response = admin_client.post(
        reverse("wagtailimages:edit", args=[picture.pk]), filled(file=wider)
    )
    assert response.status_code == 302
    picture.refresh_from_db()
    assert (picture.width, picture.height) == (200, 100)
    with picture.open_file() as file:
        assert Image.open(BytesIO(file.read())).size == (200, 100)
