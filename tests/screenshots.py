"""The pictures in docs/screenshots, taken of a running site with its demonstration.

    python -m tests.screenshots [http://127.0.0.1:8000]

Needs Chromium, like the browser tests. WebP, quality 68, the first screens of a page.
"""

import sys
from io import BytesIO

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.components import ROOT, chromium

FOLDER = ROOT / "docs" / "screenshots"
MUSEUM, PLANNING = (
    "/organisationer/stadsmuseet/",
    "/organisationer/stadsbyggnadskontoret/",
)
PROJECT = "/organisationer/exploateringskontoret/slussens-ombyggnad/"
#: Name: address, width, height, colour scheme.
PICTURES = {
    "home": ("/", 1280, 1600, "light"),
    "home-dark": ("/", 1280, 1600, "dark"),
    "home-narrow": ("/", 390, 1600, "light"),
    "project": (PROJECT, 1280, 1800, "light"),
    "project-dark": (PROJECT, 1280, 1800, "dark"),
    "project-narrow": (PROJECT, 390, 1800, "light"),
    "plan": (f"{PLANNING}lovholmen/", 1280, 1900, "light"),
    "expert": (f"{MUSEUM}gosta-selling/", 1280, 1400, "light"),
    "search": ("/sok/?q=dagvatten", 1280, 1400, "light"),
    "search-narrow": ("/sok/?q=dagvatten", 390, 1400, "light"),
    "concept": ("/begrepp/districts/sodermalm/", 1280, 1200, "light"),
    "theme": ("/miljomassig-hallbarhet/", 1280, 1300, "light"),
}
#: Each picture and font is there, also those that wait for the reader to come.
READY = """
async () => {
  for (const image of document.images) image.loading = 'eager';
  await Promise.all([...document.images].map(image => image.decode().catch(() => 0)));
  await document.fonts.ready;
}
"""


def take(page: Page, address: str, height: int) -> Image.Image:
    """The page from its top, at most ``height`` CSS pixels of it."""
    page.goto(address)
    page.evaluate(READY)
    picture = Image.open(BytesIO(page.screenshot(full_page=True)))
    return picture.crop((0, 0, picture.width, min(height, picture.height)))


def main(site: str) -> None:
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox"]
        )
        for name, (address, width, height, scheme) in PICTURES.items():
            with browser.new_context(
                base_url=site,
                viewport={"width": width, "height": 900},
                color_scheme=scheme,
                locale="sv-SE",
            ) as context:
                picture = take(context.new_page(), address, height)
            target = FOLDER / f"{name}.webp"
            picture.convert("RGB").save(target, quality=68, method=6)
            print(f"{target.relative_to(ROOT)}: {target.stat().st_size // 1000} kB")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000")
