"""What happens to a message: taken, refused with everything typed, or swallowed."""

import logging
import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from wagtail.contrib.forms.models import FormSubmission

from home.contact.form import LINE_LENGTH, TEXT_LENGTH, TRAP
from home.models import ContactPage
from home.site_tree import create_site

pytestmark = pytest.mark.django_db

SV = {
    "subject": "En fråga",
    "message": "Rad ett <b>\nRad två",
    "name": "Prova Testsson",
    "email": "prova@example.org",
}
EN = SV | {"subject": "A question"}
URL = "/en/contact/"


@pytest.fixture(autouse=True)
def page():
    cache.clear()
    create_site()
    ContactPage.objects.update(to_address="ett@example.org, tva@example.org")
    return ContactPage.objects.get(slug="contact")


def text_of(response) -> str:
    return response.content.decode()


def test_a_form_in_each_language(client):
    swedish, english = text_of(client.get("/kontakt/")), text_of(client.get(URL))
    assert "Vad gäller det?" in swedish
    assert "What is it about?" in english
    for html in (swedish, english):
        assert 'autocomplete="name"' in html
        assert 'autocomplete="email"' in html
        assert "maxlength" not in html.split("<main")[1]
        assert "csrfmiddlewaretoken" in html
    assert 'href="/personuppgifter/"' in swedish.split("<main")[1].split("<footer")[0]
    assert 'href="/en/privacy/"' in english.split("<main")[1].split("<footer")[0]
    assert "180 days" in english


@pytest.mark.parametrize(("url", "data"), [("/kontakt/", SV), (URL, EN)])
def test_a_message_is_stored_mailed_and_thanked_for(client, url, data):
    response = client.post(url, data)
    assert (response.status_code, response.url) == (302, f"{url}?sent=1")
    thanks = client.get(response.url)
    assert ContactPage.objects.get(pk=thanks.context["page"].pk).thanks in text_of(
        thanks
    )
    assert "<form" not in text_of(thanks).split("<main")[1]
    client.get(response.url)

    stored = FormSubmission.objects.get()
    assert stored.form_data == data
    [message] = mail.outbox
    assert message.to == ["ett@example.org", "tva@example.org"]
    assert message.reply_to == ["prova@example.org"]
    assert "Rad två" in message.body
    assert f"/admin/forms/submissions/{stored.page_id}/" in message.body


def test_a_message_without_name_and_address_is_enough(client):
    data = {"subject": "A question", "message": "Why?"}
    assert client.post(URL, data).status_code == 302
    assert mail.outbox[0].reply_to == []
    assert "Name" not in mail.outbox[0].body


def test_an_address_with_letters_beyond_ascii_can_be_answered(client):
    client.post(URL, EN | {"email": "prova@räksmörgås.example"})
    assert mail.outbox[0].message()["Reply-To"].startswith("prova@xn--")


@pytest.mark.parametrize(
    ("mode", "words"), [("form", "Vad gäller det?"), ("landing", "sköter webbplatsen")]
)
def test_an_editor_sees_both_states_before_publishing(mode, words):
    page = ContactPage.objects.get(slug="kontakt")
    response = page.make_preview_request(preview_mode=mode)
    assert response.status_code == 200
    assert words in text_of(response)


def test_without_receivers_it_is_stored_and_not_mailed(client):
    ContactPage.objects.update(to_address="")
    client.post(URL, EN)
    assert FormSubmission.objects.count() == 1
    assert mail.outbox == []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"message": ""}, "“Message” must be filled in."),
        ({"message": "x" * (TEXT_LENGTH + 1)}, f"and has {TEXT_LENGTH + 1}."),
        ({"name": "x" * (LINE_LENGTH + 1)}, f"at most {LINE_LENGTH} characters"),
        ({"email": "prova@"}, "Write an e-mail address such as"),
        ({"subject": "Inget sådant"}, "Choose one of the answers"),
        ({"subject": ""}, "“What is it about?” must be filled in."),
    ],
)
def test_an_error_is_said_twice_and_nothing_typed_is_lost(client, wrong, said):
    data = EN | wrong
    response = client.post(URL, data)
    html = text_of(response)
    assert response.status_code == 200
    assert html.count(said) == 2
    [name] = wrong
    link = "#id_subject_0" if name == "subject" else f"#id_{name}"
    assert f'<a href="{link}">' in html
    assert f'id="{link[1:]}"' in html
    assert f'id="id_{name}_error"' in html
    assert 'aria-invalid="true"' in html
    assert re.search(rf'aria-describedby="[^"]*id_{name}_error"', html)
    form = response.context["form"]
    for field, value in data.items():
        assert form[field].value() == value
    assert "<title>Error:" in html
    assert FormSubmission.objects.count() == 0


def test_line_breaks_count_once(client):
    text = "a\r\n" * (TEXT_LENGTH // 2)
    assert client.post(URL, EN | {"message": text.rstrip()}).status_code == 302
    assert "\r" not in FormSubmission.objects.get().form_data["message"]


def test_a_percent_sign_in_a_label_breaks_no_error(client, page):
    page.form_fields.filter(clean_name="message").update(label="100 % (%s)")
    html = text_of(client.post(URL, EN | {"message": "x" * (TEXT_LENGTH + 1)}))
    assert "“100 % (%s)” may have at most" in html
    assert "“100 % (%s)” must be" in text_of(client.post(URL, EN | {"message": ""}))


def test_who_fills_in_the_trap_is_thanked_and_not_heard(client):
    trapped = client.post(URL, EN | {TRAP: "https://example.org"})
    assert (trapped.status_code, trapped.url) == (302, f"{URL}?sent=1")
    assert FormSubmission.objects.count() == 0
    assert mail.outbox == []
    client.post(URL, EN | {TRAP: " "})
    assert FormSubmission.objects.count() == 1


def test_a_mail_server_that_fails_loses_nothing(client, settings, caplog):
    settings.EMAIL_BACKEND = "tests.integration.home.test_contact.Broken"
    with caplog.at_level(logging.ERROR):
        response = client.post(URL, EN)
    assert response.status_code == 302
    assert FormSubmission.objects.get().form_data == EN
    assert any(record.levelno >= logging.ERROR for record in caplog.records)
    assert "Rad två" not in caplog.text


class Broken:
    def __init__(self, *args, **kwargs):
        pass

    def send_messages(self, messages):
        raise ConnectionRefusedError


def test_a_queue_that_fails_loses_nothing(client, monkeypatch, caplog):
    class Queue:
        def enqueue(self, submission_id):
            raise RuntimeError("no queue")

    monkeypatch.setattr("home.models.contact.mail_message", Queue())
    assert client.post(URL, EN).status_code == 302
    assert FormSubmission.objects.count() == 1
    assert "not handed to mail" in caplog.text


@pytest.mark.parametrize(
    "address",
    [
        "a@example.org\nBcc: offer@example.org",
        "a@example.org\r\n\r\nHej",
        "a@example.org, b@example.org",
        '"x\n"@example.org',
    ],
)
def test_no_header_can_be_written(client, address):
    response = client.post(URL, EN | {"email": address})
    assert response.status_code == 200
    assert FormSubmission.objects.count() == 0


def test_what_is_typed_stands_in_no_header(client):
    client.post(URL, EN | {"name": "X\nBcc: offer@example.org"})
    client.post(URL, EN | {"message": "Bcc: offer@example.org\n\nSubject: X"})
    assert len(mail.outbox) == 2
    for message in mail.outbox:
        assert message.subject == "Message from På gränsen"
        sent = message.message()
        assert sent["Bcc"] is None
        assert set(sent.keys()) <= {
            "Content-Type", "MIME-Version", "Content-Transfer-Encoding", "Subject",
            "From", "To", "Reply-To", "Date", "Message-ID", "Auto-Submitted",
        }  # fmt: skip


def test_a_form_without_its_token_comes_back_whole():
    strict = Client(enforce_csrf_checks=True)
    response = strict.post(URL, EN)
    html = text_of(response)
    assert response.status_code == 403
    assert "Prova Testsson" in html
    assert "Rad ett &lt;b&gt;" in html
    assert FormSubmission.objects.count() == 0

    token = response.context["csrf_token"]
    again = strict.post(URL, EN | {"csrfmiddlewaretoken": str(token)})
    assert again.status_code == 302
    assert FormSubmission.objects.count() == 1


def test_another_page_without_token_is_djangos_to_answer(page):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/en/about/").status_code == 403
    assert strict.post("/finns-inte/").status_code == 403
    page.unpublish()
    response = strict.post(URL, EN)
    assert response.status_code == 403
    assert "Prova Testsson" not in text_of(response)
