"""How often one network may send, and how long what it sent is kept."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.utils import timezone
from wagtail.contrib.forms.models import FormSubmission

from home.contact import senders
from home.models import ContactPage
from home.site_tree import create_site

pytestmark = pytest.mark.django_db

URL = "/en/contact/"
DATA = {"subject": "A question", "message": "Hallå där"}


@pytest.fixture(autouse=True)
def page(settings):
    settings.CONTACT_MESSAGES = 2
    cache.clear()
    create_site()
    return ContactPage.objects.get(slug="contact")


@pytest.fixture
def clock(monkeypatch):
    class Clock:
        now = 1_800_000_000.0

        def time(self):
            return self.now

    made = Clock()
    monkeypatch.setattr(senders, "time", made)
    return made


def send(client, **extra):
    return client.post(URL, DATA, **extra)


def test_the_third_is_refused_kindly_and_what_was_typed_stays(client, clock):
    assert [send(client).status_code for _ in range(3)] == [302, 302, 429]
    refused = send(client)
    assert refused["Retry-After"] == "3600"
    assert "Hallå där" in refused.content.decode()
    assert "Many messages have come from your network" in refused.content.decode()
    assert FormSubmission.objects.count() == 2
    clock.now += 3600
    assert send(client).status_code == 302


def test_others_are_not_hindered(client, clock):
    for _ in range(3):
        send(client)
    assert send(client, REMOTE_ADDR="192.0.2.7").status_code == 302


def test_a_mistake_is_not_counted(client, clock):
    for _ in range(5):
        assert client.post(URL, DATA | {"message": ""}).status_code == 200
    assert send(client).status_code == 302


def test_an_ipv6_household_is_one(client, clock):
    addresses = ["2001:db8:1:2::1", "2001:db8:1:2::2", "2001:db8:1:2:ffff::3"]
    codes = [send(client, REMOTE_ADDR=name).status_code for name in addresses]
    assert codes == [302, 302, 429]
    assert send(client, REMOTE_ADDR="2001:db8:1:3::1").status_code == 302


def test_no_address_is_kept_and_the_salt_is_new_in_each_period(
    client, clock, monkeypatch
):
    kept = {}
    add = cache.add

    def watch(key, value, *args, **kwargs):
        kept[key] = value
        return add(key, value, *args, **kwargs)

    monkeypatch.setattr(cache, "add", watch)
    send(client, REMOTE_ADDR="192.0.2.7")
    clock.now += 3600
    send(client, REMOTE_ADDR="192.0.2.7")
    assert "192.0.2.7" not in str(kept)
    salts = {value for key, value in kept.items() if "salt" in key}
    counts = {key for key in kept if key.startswith("contact-") and "salt" not in key}
    assert len(salts) == len(counts) == 2


@pytest.mark.parametrize(
    ("proxies", "header", "network"),
    [
        (0, "198.51.100.1", "192.0.2.1"),
        (1, "203.0.113.9, 198.51.100.1", "198.51.100.1"),
        (2, "203.0.113.9, 198.51.100.1", "203.0.113.9"),
        (2, "198.51.100.1", "192.0.2.1"),
        (1, "", "192.0.2.1"),
        (1, "::ffff:198.51.100.1", "198.51.100.1"),
        (1, "unknown", "unknown"),
    ],
)
def test_who_is_believed_about_the_address(rf, settings, proxies, header, network):
    settings.CLIENT_PROXIES = proxies
    request = rf.get("/", REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR=header)
    assert senders.network_of(request) == network


def test_what_has_been_kept_long_enough_is_deleted(page, settings):
    settings.CONTACT_KEPT_DAYS = 30
    now = timezone.now()
    for days in (1, 29, 31, 400):
        made = FormSubmission.objects.create(page=page, form_data={"days": days})
        FormSubmission.objects.filter(pk=made.pk).update(
            submit_time=now - timedelta(days=days)
        )
    call_command("run_due", stdout=None)
    left = [row.form_data["days"] for row in FormSubmission.objects.order_by("pk")]
    assert left == [1, 29]


def test_the_page_says_how_long(client, settings):
    settings.CONTACT_KEPT_DAYS = 1
    assert "kept for 1 day, and" in client.get(URL).content.decode()
