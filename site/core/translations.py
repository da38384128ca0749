"""The interface's texts: from the catalogues people edit to those gettext reads.

``.po`` files are in the repository, ``.mo`` files are made on each machine, by
polib, so that a fresh machine needs no gettext tools.
"""

import os
from pathlib import Path

import polib


def compile_catalogues(folder: Path) -> list[Path]:
    """Compile each ``LANGUAGE/LC_MESSAGES/*.po`` below ``folder`` that is due.

    A catalogue is due when its ``.mo`` is missing or older than its ``.po``.
    Returns the ``.po`` files that were compiled, in order of name. Safe to run
    in several processes at once: each writes beside and moves into place.

    Raises OSError with the line number when a catalogue cannot be parsed.
    """
    compiled = []
    for source in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime > source.stat().st_mtime:
            continue
        fresh = target.with_name(f"{target.name}.{os.getpid()}")
        polib.pofile(str(source)).save_as_mofile(str(fresh))
        fresh.replace(target)
        compiled.append(source)
    return compiled


def missing_from(
    catalogue: polib.POFile, reference: polib.POFile
) -> list[polib.POEntry]:
    """The texts of ``reference`` that ``catalogue`` lacks (obsolete ones count not)."""
    known = {_identity(entry) for entry in catalogue if not entry.obsolete}
    return [
        entry
        for entry in reference
        if not entry.obsolete and _identity(entry) not in known
    ]


def bring_up_to_date(
    catalogue: polib.POFile,
    extracted: polib.POFile,
    *,
    also: list[polib.POFile] = (),
    source_language: bool = False,
) -> None:
    """Make ``catalogue`` hold exactly the texts of ``extracted``.

    Kept translations stay, vanished texts go. A new text takes its translation
    from the first catalogue in ``also`` that has one; in the source language it
    is its own translation.
    """
    for entry in missing_from(extracted, catalogue):
        catalogue.remove(entry)
    for entry in catalogue.obsolete_entries():
        catalogue.remove(entry)
    for entry in missing_from(catalogue, extracted):
        catalogue.append(
            polib.POEntry(
                msgid=entry.msgid,
                msgctxt=entry.msgctxt,
                msgid_plural=entry.msgid_plural,
                comment=entry.comment,
                flags=[flag for flag in entry.flags if flag != "fuzzy"],
                msgstr="",
                msgstr_plural={0: "", 1: ""} if entry.msgid_plural else {},
            )
        )
    offers = [
        {_identity(entry): entry for entry in other.translated_entries()}
        for other in also
    ]
    for entry in catalogue.untranslated_entries():
        for offer in offers:
            if found := offer.get(_identity(entry)):
                entry.msgstr = found.msgstr
                entry.msgstr_plural = dict(found.msgstr_plural)
                break
        else:
            if source_language and entry.msgid_plural:
                entry.msgstr_plural = {0: entry.msgid, 1: entry.msgid_plural}
            elif source_language:
                entry.msgstr = entry.msgid
    catalogue.sort(key=_identity)


def _identity(entry: polib.POEntry) -> tuple[str, str, str]:
    """What gettext looks a text up by (the context apart from no context)."""
    return (entry.msgid, entry.msgid_plural or "", entry.msgctxt or "")
