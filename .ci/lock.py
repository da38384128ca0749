"""Write the hashed lock files in ``requirements/`` from ``pyproject.toml``.

Each file installs with plain ``pip install --require-hashes -r FILE`` on every
Python and system that the project supports, and names no package index, so
that it works behind any mirror. Arguments are handed on to uv: ``--upgrade``
moves to the newest versions, otherwise what is pinned stays.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = {
    "base.txt": [],
    "production.txt": ["--extra", "postgres"],
    "dev.txt": ["--extra", "postgres", "--extra", "dev"],
}
FLAGS = [
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-annotate",
    "--no-header",
    "--quiet",
]


def main() -> None:
    for name, extras in LOCKS.items():
        target = ROOT / "requirements" / name
        subprocess.run(
            [
                *[sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml"],
                *FLAGS,
                *extras,
                *sys.argv[1:],
                *["--output-file", str(target.relative_to(ROOT))],
            ],
            cwd=ROOT,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        print(f"requirements/{name}: {target.read_text().count('==')} packages")


if __name__ == "__main__":
    main()
