"""The Swedish dictionary: found in the environment, compiled once, loaded quickly.

The words come from the PyPI package ``hunspell-sv``, which puts its files in the
environment's ``share/hunspell``. What is needed of them is written to one file in
the folder that ``PAGRANSEN_CACHE_DIR`` names, or the user's cache folder; the file's
name changes with the dictionary, so that a new one is compiled by itself. Where
nothing can be written, each process compiles for itself.
"""

import json
import logging
import os
import sys
import sysconfig
import tempfile
from array import array
from importlib import metadata
from pathlib import Path

from language.affixes import Suffix
from language.hunspell import EMPTY, Dictionary, compile_files

logger = logging.getLogger(__name__)

FORMAT = 11
PACKAGE = "hunspell-sv"


def load() -> Dictionary:
    """The dictionary; without it, an empty one, with a warning."""
    source = find_files()
    if source is None:
        logger.warning(
            "The Swedish dictionary (package %s) is not installed: words are stemmed "
            "by rule only and compounds are not split.",
            PACKAGE,
        )
        return EMPTY
    cached = cache_file(source)
    try:
        return read(cached)
    except FileNotFoundError:
        pass
    except (OSError, ValueError, KeyError, IndexError):
        logger.warning("The dictionary's cache %s cannot be read; compiling", cached)
    dictionary = compile_files(*source)
    try:
        write(dictionary, cached)
    except OSError as error:
        logger.warning("The dictionary's cache cannot be written: %s", error)
    return dictionary


def find_files() -> tuple[Path, Path] | None:
    """The paths of ``sv_SE.aff`` and ``sv_SE.dic``, or None."""
    folders = [
        Path(sysconfig.get_path("data")) / "share" / "hunspell",
        Path(sys.prefix) / "share" / "hunspell",
    ]
    try:
        listed = metadata.files(PACKAGE) or []
    except metadata.PackageNotFoundError:
        listed = []
    folders += [
        Path(str(file.locate())).parent for file in listed if file.suffix == ".aff"
    ]
    for folder in folders:
        aff, dic = folder / "sv_SE.aff", folder / "sv_SE.dic"
        if aff.is_file() and dic.is_file():
            return aff.resolve(), dic.resolve()
    return None


def cache_file(source: tuple[Path, Path]) -> Path:
    """Where the compiled form of these files is kept."""
    folder = os.environ.get("PAGRANSEN_CACHE_DIR")
    if not folder:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
        folder = Path(base) / "pagransen"
    sizes = "-".join(
        f"{path.stat().st_size:x}-{path.stat().st_mtime_ns:x}" for path in source
    )
    return Path(folder) / f"sv-{FORMAT}-{sizes}.lexicon"


def write(dictionary: Dictionary, path: Path) -> None:
    """Keeps the compiled dictionary; whoever reads meanwhile sees all or nothing."""
    blocks = [
        "\n".join(dictionary.words).encode(),
        array("I", dictionary.words.values()).tobytes(),
        "\n".join(dictionary.begins).encode(),
        "\n".join(dictionary.begins.values()).encode(),
        array("I", dictionary.begin_counts.values()).tobytes(),
    ]
    header = json.dumps(
        {
            "byteorder": sys.byteorder,
            "flags": dictionary.flags,
            "suffixes": dictionary.suffixes,
            "sizes": [len(block) for block in blocks],
        }
    ).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(header + b"\n" + b"".join(blocks))
    Path(file.name).replace(path)


def read(path: Path) -> Dictionary:
    """The dictionary that ``write`` kept; ``ValueError`` if the file is damaged."""
    content = memoryview(path.read_bytes())
    end = bytes(content[:1_000_000]).index(b"\n")
    header = json.loads(bytes(content[:end]))
    if len(content) != end + 1 + sum(header["sizes"]):
        raise ValueError("wrong length")
    if header["byteorder"] != sys.byteorder:
        raise ValueError("written on another kind of machine")
    blocks = []
    at = end + 1
    for size in header["sizes"]:
        blocks.append(content[at : at + size])
        at += size
    words, packed, begins, bases, counts = blocks
    begin_words = str(begins, "utf-8").split("\n")
    return Dictionary(
        dict(zip(str(words, "utf-8").split("\n"), packed.cast("I"), strict=True)),
        header["flags"],
        dict(zip(begin_words, str(bases, "utf-8").split("\n"), strict=True)),
        dict(zip(begin_words, counts.cast("I"), strict=True)),
        [Suffix(*one) for one in header["suffixes"]],
    )
