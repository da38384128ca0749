"""Which statements change what a public page shows."""

import pytest

from pagecache.writes import is_of_consequence

PAGE = 'UPDATE "wagtailcore_page" SET'


@pytest.mark.parametrize(
    "sql",
    [
        'INSERT INTO "projects_need" ("id") VALUES (%s)',
        'INSERT OR IGNORE INTO "projects_need" ("id") VALUES (%s)',
        "insert into search_values_3 (facet) values (%s)",
        'DELETE FROM "taxonomy_label" WHERE "id" = 1',
        "  UPDATE people_personrecord SET basis = %s WHERE key = %s",
        f'{PAGE} "title" = %s, "draft_title" = %s WHERE "id" = 1',
        f'{PAGE} "live" = %s WHERE "id" = 1',
        f"{PAGE} live = 1 WHERE id = 1",
        f'{PAGE} "draft_title" = %s',
        'INSERT INTO "wagtailcore_pageviewrestriction" ("page_id") VALUES (1)',
        "UPDATE `home_homepage` SET `summary` = %s WHERE `page_ptr_id` = 1",
        'INSERT INTO "an_app_that_comes_later" VALUES (1)',
        "DROP TABLE IF EXISTS search_documents_2",
    ],
)
def test_what_pages_may_show(sql):
    assert is_of_consequence(sql)


@pytest.mark.parametrize(
    "sql",
    [
        'SELECT "id" FROM "projects_need" WHERE "x" = \'UPDATE y\'',
        'INSERT INTO "django_session" ("session_key") VALUES (%s)',
        'UPDATE "accounts_user" SET "last_login" = %s WHERE "id" = 1',
        'INSERT INTO "pictures_rendition" ("id") VALUES (1)',
        'INSERT INTO "search_demandcount" (text) SELECT %s',
        'INSERT INTO "search_change" ("key") VALUES (%s)',
        'UPDATE "wagtailcore_revision" SET "content" = %s WHERE "id" = 1',
        f'{PAGE} "latest_revision_id" = 4, "draft_title" = %s WHERE "id" = 1',
        'INSERT INTO "pagecache_siteversion" ("id") VALUES (1)',
        "SAVEPOINT x",
        "PRAGMA busy_timeout = 50",
        "",
    ],
)
def test_what_no_page_shows(sql):
    assert not is_of_consequence(sql)
