"""Print, a browser without scripts, colours of the reader's own, less motion."""

from playwright.sync_api import expect

from tests.e2e.addresses import wait_for_parameters
from tests.factories.every_page import every_page

SHOWN_CONTROLS = """
() => [...document.querySelectorAll('nav, .seek, form, .skip, .btn')]
  .filter(e => e.checkVisibility()).map(e => e.outerHTML.slice(0, 90))
"""
#: Of each link in a body text: its address, and what is printed after it.
PRINTED = """
() => [...document.querySelectorAll('.prose a')].map(
  a => [a.getAttribute('href'), getComputedStyle(a, '::after').content])
"""
MOVES = """
() => [...document.querySelectorAll('*')].filter(e =>
  getComputedStyle(e).transitionDuration.split(', ').some(d => d !== '0s') ||
  e.getAnimations({subtree: true}).length).map(e => e.outerHTML.slice(0, 90))
"""
#: How each part of a figure is painted, and the page's own ground.
PAINT = """
() => [getComputedStyle(document.body).backgroundColor,
  ...[...document.querySelectorAll('.triad path, .asp path, .patch path')].map(p => {
    const s = getComputedStyle(p);
    return s.fill === 'none' ? s.stroke : s.fill;
  })]
"""
#: What holds up the first painting.
BLOCKING = """
() => performance.getEntriesByType('resource')
  .filter(e => e.renderBlockingStatus === 'blocking').map(e => new URL(e.name).pathname)
"""


def test_paper_has_no_controls_and_says_where_links_lead(new_page, site_url):
    places = every_page()
    page = new_page()
    page.emulate_media(media="print")
    for place in places:
        page.goto(place.address)
        assert page.evaluate(SHOWN_CONTROLS) == [], place.name
        expect(page.locator("h1")).to_be_visible()
        for address, printed in page.evaluate(PRINTED):
            if address.startswith("http"):
                assert address in printed
            elif address.startswith("#"):
                assert printed in ("none", "normal")
        if place.name == "project":
            expect(page.locator(".facts").first).to_be_visible()
            expect(page.locator(".triad-l")).to_be_visible()
            colour = page.locator(".triad-l .covered").first.evaluate(
                "e => getComputedStyle(e).fill"
            )
            assert colour == "rgb(0, 0, 0)"


def test_no_figure_disappears_in_the_readers_own_colours(browser, site_url):
    places = every_page()
    with browser.new_context(
        base_url=site_url, forced_colors="active", reduced_motion="reduce"
    ) as context:
        page = context.new_page()
        for place in places:
            page.goto(place.address)
            ground, *painted = page.evaluate(PAINT)
            assert ground not in painted, place.name
            assert page.evaluate(MOVES) == [], place.name


def test_only_style_sheets_hold_up_the_first_painting(page, site_url):
    for place in every_page():
        page.goto(place.address)
        held = page.evaluate(BLOCKING)
        assert held, place.name
        assert all(path.endswith(".css") for path in held), held
        # A module waits for the page; only an ordinary script would hold it up.
        held_up_by = page.locator("script[src]:not([type=module])")
        assert held_up_by.count() == 0, place.name


def test_a_journey_without_scripts(new_page, site_url):
    every_page()
    page = new_page(javascript=False, width=390)
    page.goto("/")
    page.locator("main input[name=q]").first.fill("prov")
    page.locator("main .seek button").first.click()
    wait_for_parameters(page, q=["prov"])
    all_hits = page.locator("li.hit")
    before = all_hits.count()
    assert before > 3

    # The filters are a place on the page; choosing and sending narrows the list.
    page.locator(".to-filters").click()
    expect(page.locator("#filters")).to_be_visible()
    kind = page.locator("#filters input[name=type][value=person]")
    kind.locator("xpath=ancestor::details").evaluate("e => e.open = true")
    kind.check()
    page.locator("#filters button").click()
    wait_for_parameters(page, q=["prov"], type=["person"])
    assert 0 < all_hits.count() < before
    expect(page.locator(".chip")).to_have_count(1)

    # The order is a link, a choice is taken away by one, and a hit leads on.
    page.locator(".sortbar a:not([aria-current])").first.click()
    wait_for_parameters(page, q=["prov"], type=["person"], sort=None)
    page.locator(".chip a").click()
    wait_for_parameters(page, q=["prov"], sort=None)
    expect(all_hits).to_have_count(before)
    page.goto("/projekt/")
    page.locator("li.hit h3 a", has_text="Provprojektet").first.click()
    for heading in ("aspects", "needs-heading", "decisions", "place", "related"):
        expect(page.locator(f"h2#{heading}")).to_be_visible()
    page.locator(".lang a[hreflang=en]").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
