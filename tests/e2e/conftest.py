"""A real browser on the real site, for journeys and for accessibility."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from playwright.sync_api import Browser, Page, sync_playwright

from tests.components import chromium

HERE = Path(__file__).parent
CSP_MESSAGE = "Content Security Policy"


def pytest_collection_modifyitems(items):
    """All journeys run in one process: one browser, one server."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.e2e)
            item.add_marker(pytest.mark.xdist_group("e2e"))


@pytest.fixture(scope="session")
def browser(django_db_setup) -> Iterator[Browser]:
    """Chromium, started once."""
    executable = chromium()
    # What the migrations made, kept on the connection for `site_url` to restore.
    # Under Playwright's loop this thread gets another connection, without it.
    contents = connection._test_serialized_contents
    # Playwright's loop lives in this thread; Django would refuse the database
    # to the test's own code, which is not asynchronous at all.
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        connection._test_serialized_contents = contents
        # Chromium's sandbox does not start for root (a container's usual user).
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=executable, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def site_url(django_db_serialized_rollback, live_server) -> str:
    """The address of a running site, with what the migrations made in it."""
    return live_server.url


@pytest.fixture
def new_page(browser: Browser, site_url: str) -> Iterator[Callable[..., Page]]:
    """Makes pages, each a visitor of its own (``page.goto("/sok/")``).

    ``new_page(width=, height=, color_scheme="light"|"dark", javascript=, user=,
    lang=)``; sizes in CSS pixels. With ``user`` the visitor is signed in. At the end
    the test fails if a script broke, if the content security policy stopped
    something, or if a page asked another server for anything.
    """
    problems: list[str] = []
    contexts = []

    def heard(message) -> None:
        if CSP_MESSAGE in message.text:
            problems.append(message.text)

    def asked(request) -> None:
        address = urlsplit(request.url)
        if address.scheme in ("http", "https", "ws", "wss") and (
            address.netloc != urlsplit(site_url).netloc
        ):
            problems.append(f"Asked another server: {request.url}")

    def make(
        *,
        width: int = 1280,
        height: int = 900,
        color_scheme: str = "light",
        javascript: bool = True,
        user=None,
        lang: str = "sv-SE",
    ) -> Page:
        context = browser.new_context(
            base_url=site_url,
            viewport={"width": width, "height": height},
            color_scheme=color_scheme,
            java_script_enabled=javascript,
            locale=lang,
        )
        contexts.append(context)
        if user is not None:
            client = Client()
            client.force_login(user)
            name = settings.SESSION_COOKIE_NAME
            value = client.cookies[name].value
            context.add_cookies([{"name": name, "value": value, "url": site_url}])
        page = context.new_page()
        page.on("console", heard)
        page.on("pageerror", lambda error: problems.append(f"Script: {error}"))
        page.on("request", asked)
        return page

    yield make
    for context in contexts:
        context.close()
    assert not problems, "\n".join(problems)


@pytest.fixture
def page(new_page) -> Page:
    """A visitor with a light screen of 1280 by 900 and JavaScript."""
    return new_page()
