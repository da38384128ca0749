"""``make bench``: run every measurement, or those named in ``ARGS``."""

import importlib
import os
import pkgutil
import sys

import django

import benchmarks

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")


def main(names: list[str]) -> None:
    """Run ``main()`` of the named modules of this package, by default of all."""
    django.setup()
    found = [
        module.name
        for module in pkgutil.iter_modules(benchmarks.__path__)
        if not module.name.startswith("_")
    ]
    for name in names or found:
        if name not in found:
            sys.exit(f"No such measurement: {name}. There are: {', '.join(found)}.")
        print(f"== {name}")
        importlib.import_module(f"benchmarks.{name}").main()


if __name__ == "__main__":
    main(sys.argv[1:])
