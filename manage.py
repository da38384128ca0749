#!/usr/bin/env python
"""Django's command line, with ``site/`` as a second source root."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
# `site/` is a folder to import from, not a package: a package of that name
# would collide with the standard library's.
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from django.core.management import execute_from_command_line  # noqa: E402

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    execute_from_command_line(sys.argv)
