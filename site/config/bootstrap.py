"""Give a fresh clone a secret key of its own, in the ignored file ``.env``.

Run as a script, and with the standard library alone: Django cannot start
without the key, so Django cannot make it.
"""

import os
import re
import secrets
from pathlib import Path

ENV_FILE = Path(__file__).resolve().parents[2] / ".env"
KEY_LINE = re.compile(r"^[ \t]*(?:export[ \t]+)?SECRET_KEY[ \t]*=[ \t]*(.*)$", re.M)


def ensure_secret_key(path: Path = ENV_FILE) -> bool:
    """Write a random ``SECRET_KEY`` to ``path`` unless it has one.

    Keeps every other line. The file is readable by its owner only (mode 600).
    Returns whether anything was written.
    """
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    found = KEY_LINE.search(text)
    if found and found[1].strip(" \t\"'"):
        return False
    line = f"SECRET_KEY={secrets.token_urlsafe(60)}"
    if found:
        text = text[: found.start()] + line + text[found.end() :]
    else:
        text += ("\n" if text and not text.endswith("\n") else "") + line + "\n"
    # Written beside and moved into place, so that no moment has the key in a
    # file that others may read, nor half a file.
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    fresh.replace(path)
    return True


if __name__ == "__main__":
    if ensure_secret_key():
        print("Wrote a secret key of this clone's own to .env")
