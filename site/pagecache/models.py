"""The version of the site: a stamp that changes with whatever pages may show."""

import uuid

from django.db import connection, models
from django.utils.translation import gettext_lazy as _


class SiteVersion(models.Model):
    """One row. Kept pages belong to a stamp, and are never asked for under another.

    The stamp is drawn, not counted: a number that a rolled back transaction raised
    would come again and mean something else.
    """

    ONLY = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=ONLY)
    stamp = models.UUIDField(default=uuid.uuid4)

    class Meta:
        verbose_name = _("version of the site")
        verbose_name_plural = _("versions of the site")
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="one_site_version"),
        ]

    def __str__(self):
        return str(self.stamp)

    @classmethod
    def bump(cls) -> None:
        """Everything kept until now is out of date.

        One statement and no transaction of its own: outside of one, SQLite may still
        be giving back the row that the write before this one made.
        """
        with connection.cursor() as cursor:
            cursor.execute(
                f"""INSERT INTO {cls._meta.db_table} (id, stamp) VALUES (1, %s)
                    ON CONFLICT (id) DO UPDATE SET stamp = excluded.stamp""",  # noqa: S608
                [uuid.uuid4().hex],
            )

    @classmethod
    def current(cls) -> str:
        """The stamp as the database has it now (one query by primary key, without
        the ORM, for it is asked before every page)."""
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT stamp FROM {cls._meta.db_table} WHERE id = 1")  # noqa: S608
            row = cursor.fetchone()
        if row is None:
            cls.bump()
            return cls.current()
        return str(row[0])
