"""The file: JSON, plain or gzip, a list or an object that holds the list."""

import gzip
import json
import zlib
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

#: Where an object usually keeps its rows; otherwise its only list.
_LIST_NAMES = ("projects", "data", "items", "results", "value")


class Unreadable(Exception):
    """The file holds no list of rows; the message says why."""


def read_rows(path: Path) -> list[Any]:
    """All rows of the file, whatever they are. Raises :class:`Unreadable`."""
    try:
        content = path.read_bytes()
        if content[:2] == b"\x1f\x8b":
            content = gzip.decompress(content)
        value = json.loads(content.decode("utf-8-sig"))
    except OSError as error:
        raise Unreadable(
            _("The file cannot be read: %(error)s.")
            % {"error": error.strerror or error}
        ) from None
    except (EOFError, zlib.error):
        raise Unreadable(_("The gzip file is damaged or cut short.")) from None
    except UnicodeDecodeError:
        raise Unreadable(_("The file is not UTF-8 text.")) from None
    except (json.JSONDecodeError, RecursionError) as error:
        raise Unreadable(
            _("The file is not JSON: %(error)s.") % {"error": error}
        ) from None
    return _rows(value)


def _rows(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    if isinstance(value, dict):
        for name in _LIST_NAMES:
            if isinstance(value.get(name), list):
                return value[name]
        lists = [item for item in value.values() if isinstance(item, list)]
        if len(lists) == 1:
            return lists[0]
    raise Unreadable(
        _("The file holds neither a list of projects nor one in an object.")
    )
