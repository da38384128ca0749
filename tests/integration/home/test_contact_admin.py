"""Who reads messages, what an export holds, and what a translator translates."""

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.forms.models import FormSubmission
from wagtail.models import GroupPagePermission, Locale, Page
from wagtail_localize.models import TranslationSource

from accounts.models import User
from home.models import ContactField, ContactPage
from home.site_tree import create_site

pytestmark = pytest.mark.django_db

DATA = {"subject": "A question", "message": "=SUM(1)", "name": "", "email": ""}


@pytest.fixture(autouse=True)
def page():
    cache.clear()
    create_site()
    page = ContactPage.objects.get(slug="contact")
    FormSubmission.objects.create(page=page, form_data=DATA)
    return page


def editor_of(page: Page, permission="change_page") -> User:
    group = Group.objects.create(name=f"Prov {page.pk}")
    group.permissions.add(
        *Group.objects.get(name="Editors").permissions.filter(codename="access_admin")
    )
    GroupPagePermission.objects.create(
        group=group,
        page=page,
        permission=_permission(permission),
    )
    user = User.objects.create_user(f"prov{page.pk}", password="x")
    user.groups.add(group)
    return user


def _permission(codename):
    return GroupPagePermission._meta.get_field("permission").related_model.objects.get(
        codename=codename
    )


def test_only_who_may_edit_the_page_reads_its_messages(client, page):
    address = f"/admin/forms/submissions/{page.pk}/"
    assert "/admin/login/" in client.get(address).url

    other = Page.objects.get(slug="experts")
    client.force_login(editor_of(other))
    refused = client.get(address)
    assert refused.status_code == 302
    assert "=SUM(1)" not in client.get(address, follow=True).content.decode()

    client.force_login(editor_of(page))
    shown = client.get(address)
    assert shown.status_code == 200
    assert "=SUM(1)" in shown.content.decode()


def test_an_export_holds_text_only(client, page):
    client.force_login(editor_of(page))
    answer = client.get(f"/admin/forms/submissions/{page.pk}/?export=csv")
    rows = b"".join(answer.streaming_content).decode()
    assert ",'=SUM(1)," in rows


def test_an_editor_opens_the_form(client, page):
    client.force_login(User.objects.create_superuser("chef", password="x"))
    response = client.get(f"/admin/pages/{page.pk}/edit/")
    assert response.status_code == 200
    assert 'name="form_fields-0-autocomplete"' in response.content.decode()


def test_a_copy_of_the_page_has_fields_of_its_own(page):
    copy = page.copy(update_attrs={"slug": "copy", "title": "Copy"})
    assert copy.form_fields.count() == page.form_fields.count()
    keys = ContactField.objects.values_list("translation_key", "locale")
    assert len(set(keys)) == len(keys)


def test_a_translation_has_fields_of_its_own_with_the_same_names():
    swedish = ContactPage.objects.get(slug="kontakt")
    ContactPage.objects.get(slug="contact").delete()
    source, _made = TranslationSource.update_or_create_from_instance(swedish)
    english = Locale.objects.get(language_code="en")
    source.create_or_update_translation(english, fallback=True)

    copy = swedish.get_translations().get()
    names = list(swedish.form_fields.values_list("clean_name", "field_type"))
    assert list(copy.form_fields.values_list("clean_name", "field_type")) == names
    assert {field.locale.language_code for field in copy.form_fields.all()} == {"en"}
    assert ContactField.objects.count() == 2 * len(names)
    labels = set(source.stringsegment_set.values_list("string__data", flat=True))
    assert {"Meddelande", "Vad gäller det?"} <= labels


def test_the_page_costs_the_same_however_many_fields_it_has(client, page):
    def cost() -> int:
        client.get(page.url)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(page.url).status_code == 200
        return len(asked)

    few = cost()
    for number in range(20):
        ContactField.objects.create(
            page=page, label=f"Fält {number}", field_type="singleline", required=False
        )
    assert cost() == few <= 15
