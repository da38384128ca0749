import re

from playwright.sync_api import expect

from tests.e2e.accessibility import assert_accessible


def test_the_admin_asks_who_is_there(page):
    page.goto("/admin/")
    expect(page).to_have_url(re.compile(r"/admin/login/\?next=/admin/$"))
    page.get_by_role("button", name="Logga in").wait_for()
    assert_accessible(page)


def test_a_wrong_password_is_refused(page):
    page.goto("/admin/login/")
    page.locator("#id_username").fill("nobody")
    page.locator("#id_password").fill("nothing")
    page.get_by_role("button", name="Logga in").click()
    page.locator(".messages .error").wait_for()
    expect(page).to_have_url(re.compile("/admin/login/"))


def test_an_editor_is_let_in(new_page, django_user_model):
    user = django_user_model.objects.create_superuser("editor", "e@example.org", "x")
    page = new_page(user=user)
    page.goto("/admin/")
    expect(page).to_have_url(re.compile("/admin/$"))
