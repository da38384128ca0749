"""Whatever changes shows at once, and nobody is shown what is somebody else's."""

import gzip
from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.cache import caches
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client, RequestFactory
from wagtail.models import PageViewRestriction

from home.models import Navigation, NavigationLink
from pagecache.middleware import PageCacheMiddleware
from pagecache.models import SiteVersion
from people.models import Organisation
from projects.models import AspectClaim, Need, ProjectPage
from search import outbox
from taxonomy.models import Label
from tests.factories.taxonomy import make_concept
from tests.factories.tree import build_tree

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def cache(settings):
    settings.PAGE_CACHE_SECONDS = 300
    caches["pages"].clear()
    connection.run_on_commit.clear()
    yield caches["pages"]
    caches["pages"].clear()


@pytest.fixture
def tree():
    return build_tree()


@pytest.fixture
def project(tree):
    page = tree.project(
        "Torget som samlar", summary="Ett prov", coordinator=tree.organisation
    )
    tag = make_concept("sustainability", "torg", sv="Torgliv", en="Square life")
    AspectClaim.objects.create(page=page, tag=tag)
    competence = make_concept("competences", "ljus", sv="Ljusplan", en="Light plan")
    Need.objects.create(
        page=page, competence=competence, description_sv="Ljus åt torget"
    )
    return page


def commit() -> None:
    """As if the transaction ended here: what waited for it runs."""
    while connection.run_on_commit:
        connection.run_on_commit.pop(0)[1]()


def read(address: str) -> str:
    commit()
    response = Client().get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_a_second_reader_costs_one_query(project, django_assert_num_queries):
    first = read(project.url)
    with django_assert_num_queries(1):
        assert Client().get(project.url).content.decode() == first


def rename(project):
    project.title = "Ett annat namn"
    project.save_revision().publish()
    return "Ett annat namn"


def rename_in_bulk(project):
    ProjectPage.objects.filter(pk=project.pk).update(summary="I ett svep")
    return "I ett svep"


def rename_concept(project):
    Label.objects.filter(text="Ljusplan").update(text="Belysning")
    return "Belysning"


def rename_organisation(project):
    Organisation.objects.filter(pk=project.coordinator_id).update(name_sv="Muséet")
    return "Muséet"


def change_the_menu(project):
    navigation = Navigation(locale=project.locale, footer_text="Ny fot")
    navigation.links = [NavigationLink(column="", page=project, sort_order=0)]
    navigation.save()
    return "Ny fot"


def change_a_need(project):
    Need.objects.filter(page=project).update(description_sv="Mörker åt torget")
    return "Mörker åt torget"


@pytest.mark.parametrize(
    "change",
    [
        rename,
        rename_in_bulk,
        rename_concept,
        rename_organisation,
        change_the_menu,
        change_a_need,
    ],
)
def test_what_changes_shows_at_once(project, change):
    read(project.url)
    expected = change(project)
    assert expected in read(project.url)


def test_a_draft_changes_nothing(project):
    read(project.url)
    before = SiteVersion.current()
    project.title = "Bara ett utkast"
    project.save_revision()
    commit()
    assert SiteVersion.current() == before
    assert "Bara ett utkast" not in read(project.url)


def test_what_is_unpublished_or_restricted_is_gone(project):
    read(project.url)
    PageViewRestriction.objects.create(page=project, restriction_type="login")
    commit()
    assert Client().get(project.url).status_code == 302
    PageViewRestriction.objects.all().delete()
    read(project.url)
    project.unpublish()
    commit()
    assert Client().get(project.url).status_code == 404


def test_a_list_shows_what_the_index_has_been_told(project, tree):
    while outbox.deliver(force=True):
        pass
    address = project.get_parent().url
    read(address)
    tree.project("Bron som binder")
    while outbox.deliver(force=True):
        pass
    assert "som binder" in read("/sok/?q=bron")
    listing = read(address)
    assert listing == read(address)


def test_a_rolled_back_change_leaves_no_page_behind(project):
    read(project.url)
    before = SiteVersion.current()
    with pytest.raises(RuntimeError), transaction.atomic():
        project.title = "Blev aldrig av"
        project.save()
        raise RuntimeError
    commit()
    assert SiteVersion.current() == before
    assert "Blev aldrig av" not in read(project.url)


def test_a_page_made_before_a_change_is_not_kept_for_after_it():
    """Two at once: the page is rendered, the change is committed, the page is kept."""
    said = ["gammalt"]

    def view(request):
        body = said[0]
        if body == "gammalt":
            said[0] = "nytt"
            SiteVersion.bump()  # somebody else commits while this page is made
        return HttpResponse(body)

    middleware = PageCacheMiddleware(view)
    requests = RequestFactory()
    assert middleware(requests.get("/a/")).content == b"gammalt"
    assert middleware(requests.get("/a/")).content == b"nytt"
    assert middleware(requests.get("/a/")).content == b"nytt"


def test_the_next_day_is_another_page(monkeypatch):
    made = []

    def view(request):
        made.append(1)
        return HttpResponse(f"sida {len(made)}")

    middleware = PageCacheMiddleware(view)
    day = [datetime(2026, 11, 24, 22, 59, tzinfo=UTC)]  # 23.59 in Stockholm
    monkeypatch.setattr("django.utils.timezone.now", lambda: day[0])
    get = RequestFactory().get
    assert middleware(get("/a/")).content == middleware(get("/a/")).content
    day[0] = datetime(2026, 11, 24, 23, 1, tzinfo=UTC)
    assert middleware(get("/a/")).content == b"sida 2"


def answers(response: HttpResponse, **cookies) -> list[bytes]:
    """What two readers get from a view whose every answer is another."""
    count = iter(range(9))

    def view(request):
        request.user = AnonymousUser()
        answer = HttpResponse(f"{next(count)}", status=response.status_code)
        for name, value in response.items():
            answer[name] = value
        answer.cookies.update(response.cookies)
        return answer

    middleware, requests = PageCacheMiddleware(view), RequestFactory()
    requests.cookies.load(cookies)
    return [middleware(requests.get("/a/")).content for _ in range(2)]


def with_cookie() -> HttpResponse:
    response = HttpResponse()
    response.set_cookie("a", "b")
    return response


@pytest.mark.parametrize(
    "response",
    [
        with_cookie(),
        HttpResponse(status=404),
        HttpResponse(status=302),
        HttpResponse(headers={"Cache-Control": "private"}),
        HttpResponse(headers={"Content-Security-Policy": "script-src 'nonce-x'"}),
    ],
)
def test_what_is_for_one_reader_is_not_kept(response):
    assert answers(response) == [b"0", b"1"]


def test_who_has_a_session_or_a_form_gets_a_page_of_their_own(settings):
    assert answers(HttpResponse()) == [b"0", b"0"]
    for cookie in (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME):
        assert answers(HttpResponse(), **{cookie: "x"}) == [b"0", b"1"]


def test_who_has_signed_in_neither_gets_nor_leaves_a_kept_page(project, admin_client):
    shown = admin_client.get(project.url)
    assert not shown.has_header("ETag")
    read(project.url)
    assert not admin_client.get(project.url).has_header("ETag")


def test_a_search_is_counted_each_time(project):
    for _ in range(2):
        assert not Client().get("/sok/?q=torg").has_header("ETag")


def test_browsers_ask_and_hear_that_nothing_changed(project):
    commit()
    first = Client().get(project.url)
    assert first["Cache-Control"] == "public, max-age=0, must-revalidate"
    etag = first["ETag"]
    same = Client().get(project.url, headers={"if-none-match": etag})
    assert (same.status_code, same.content) == (304, b"")
    rename(project)
    commit()
    other = Client().get(project.url, headers={"if-none-match": etag})
    assert other.status_code == 200


def test_the_page_is_sent_compressed_to_who_can_read_it(project):
    commit()
    plain = Client().get(project.url)
    zipped = Client().get(project.url, headers={"accept-encoding": "br, gzip"})
    assert zipped["Content-Encoding"] == "gzip"
    assert gzip.decompress(zipped.content) == plain.content
    assert "Accept-Encoding" in zipped["Vary"]
    head = Client().head(project.url)
    assert (head.content, head["ETag"]) == (b"", plain["ETag"])


def test_languages_have_pages_of_their_own(project, tree):
    other = tree.translate(project, "The square")
    for _ in range(2):
        assert "Torget som samlar" in read(project.url)
        assert "The square" in read(other.url)


def test_an_endless_query_is_not_kept(project, cache):
    commit()
    response = Client().get(f"{project.url}?{'x' * 300}")
    assert not response.has_header("ETag")
