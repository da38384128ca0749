"""``make bench``: run every measurement, or those named in ``ARGS``.

Each in a process of its own: one measures memory, another has a database of its own.
"""

import os
import pkgutil
import subprocess
import sys

import benchmarks


def main(names: list[str]) -> None:
    """Run the named modules of this package as programs, by default all of them."""
    found = [
        module.name
        for module in pkgutil.iter_modules(benchmarks.__path__)
        if not module.name.startswith("_")
    ]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    for name in names or found:
        if name not in found:
            sys.exit(f"No such measurement: {name}. There are: {', '.join(found)}.")
        print(f"== {name}", flush=True)
        subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
