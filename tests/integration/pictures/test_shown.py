"""How a picture stands in a page: formats, sizes, words, credit; few queries."""

import re

import pytest
from django.core.cache import caches
from django.template.loader import render_to_string
from django.utils.translation import override
from PIL import Image

from pictures.models import Picture
from pictures.shapes import SHAPES, picture_markup
from tests.factories.pictures import make_picture, photograph
from tests.factories.tree import build_tree

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    caches["renditions"].clear()  # It would remember pictures of other tests.


@pytest.fixture
def picture():
    return make_picture(content=photograph(size=(1000, 600)))


def component(image, **context) -> str:
    return render_to_string("components/picture.html", {"image": image} | context)


def test_three_formats_in_the_widths_that_the_original_has(picture):
    html = component(picture)
    kinds = re.findall(r'<source[^>]*type="image/(\w+)"', html)
    assert kinds == ["avif", "webp"]
    image = re.search(r"<img[^>]*>", html).group()
    assert ".jpg" in image
    assert re.findall(r" (\d+)w", image) == ["480", "800", "1000"]
    assert 'width="480"' in image
    assert 'height="288"' in image
    assert html.count('sizes="(min-width: 64rem) 60rem, 100vw"') == 3


def test_the_first_thing_on_the_screen_is_not_waited_for(picture):
    first, later = component(picture, eager=True), component(picture)
    assert 'fetchpriority="high"' in first
    assert 'loading="eager"' in first
    assert "fetchpriority" not in later
    assert 'loading="lazy"' in later


def test_a_crop_follows_the_focal_point():
    """The left half is red, the right blue: the crop is of where the point is."""
    shown = {}
    for x in (60, 1140):
        image = make_picture(
            content=photograph(size=(1200, 300)),
            focal_point_x=x,
            focal_point_y=150,
            focal_point_width=80,
            focal_point_height=80,
        )
        spec = next(s for s in SHAPES["thumb"].specs(1200) if "112x112" in s)
        rendition = image.get_rendition(spec.replace("avif", "png"))
        with rendition.open_file() as file:
            shown[x] = Image.open(file).convert("RGB").getpixel((56, 56))
    assert shown[60][0] > 200 > 60 > shown[60][2]
    assert shown[1140][2] > 200 > 60 > shown[1140][0]


def test_words_are_the_readers_or_say_whose_they_are():
    both = make_picture(description_en="A red half and a blue one")
    with override("en"):
        assert 'alt="A red half and a blue one"' in component(both)
        assert 'lang="sv"' not in component(both)
        assert 'lang="sv"' in component(make_picture())
    with override("sv"):
        assert 'alt="En röd och en blå halva"' in component(both)
        assert "lang=" not in component(both)


def test_a_decorative_picture_and_one_without_words_are_silent():
    decorative = make_picture(description_sv="", is_decorative=True)
    assert 'alt=""' in component(decorative)
    undescribed = make_picture("fil-4711.jpg", description_sv="")
    assert 'alt=""' in component(undescribed)


def test_who_made_it_and_what_may_be_done_with_it_stand_below():
    html = component(
        make_picture(
            credit="Prova <Testsson>",
            licence="cc-by-4.0",
            source_url="https://example.org/bild",
        ),
        caption="Torget",
    )
    assert "Torget" in html
    assert "Prova &lt;Testsson&gt;" in html
    assert (
        '<a rel="license" href="https://creativecommons.org/licenses/by/4.0/">'
        "CC BY 4.0</a>" in html
    )
    assert 'href="https://example.org/bild"' in html
    assert "figcaption" not in component(make_picture(licence="own"))
    other = make_picture(licence="other", licence_name="Fri användning")
    assert "Fri användning" in component(other)


def test_a_list_of_pictures_asks_once_for_their_renditions(
    django_assert_max_num_queries, settings
):
    for number in range(5):
        picture_markup(make_picture(f"{number}.jpg"), "thumb")
    pictures = Picture.objects.prefetch_related("renditions")
    with django_assert_max_num_queries(2):
        html = "".join(str(picture_markup(image, "thumb")) for image in pictures)
    assert html.count("<img") == 5


def test_a_lost_file_does_not_bring_the_page_down(picture):
    picture.file.storage.delete(picture.file.name)
    assert "not-found" in component(Picture.objects.get())


def test_on_a_project_and_a_profile(client):
    tree = build_tree()
    image = make_picture(content=photograph(size=(1000, 600)), credit="Prova Testsson")
    project = tree.project(image=image)
    person = tree.person(photo=image)
    for page in (project, person):
        html = client.get(page.get_url()).content.decode()
        assert 'fetchpriority="high"' in html
        assert "Prova Testsson" in html
