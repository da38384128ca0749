"""Abstracts: from HTML-ish text to the site's rich text, under the three headings.

Vinnova's abstracts carry three headings on lines of their own; half of them wrap the
text in tags of some word processor; others write ``i<j`` and mean it. So only known
tags count as tags, and of these only the ones the site's rich text has survive.
"""

import html
import re
from dataclasses import dataclass

from .characters import readable, shortened

#: Longer texts are cut: the longest real one has 4,897 characters.
MAX_LENGTH = 50_000
SUMMARY_LENGTH = 300

HEADINGS = {
    "purpose": (
        r"syfte(?: och mål)?|mål och syfte|"
        r"purpose and (?:goals?|objectives?|aims?)|aims? and objectives?"
    ),
    "results": (
        r"(?:förväntade )?(?:effekter och (?:förväntade )?resultat|"
        r"resultat och (?:förväntade )?effekter)|"
        r"(?:expected )?(?:results? and (?:expected )?effects?|"
        r"effects? and (?:expected )?results?)"
    ),
    "approach": (
        r"(?:planerat )?upplägg och genomförande|"
        r"(?:planned )?(?:approach|structure|setup) and implementation"
    ),
}
_HEADING = re.compile(
    r"(?:^|(?<=[\n>]))[ ]*(?:"
    + "|".join(f"(?P<{field}>{names})" for field, names in HEADINGS.items())
    + r")[ ]*(?::|(?=[ ]*(?:\n|<|$)))",
    re.IGNORECASE,
)
_BLOCKS = "p|div|table|tr|td|th|tbody|thead|blockquote|pre|section|article|hr"
_INLINE = {"b": "b", "strong": "b", "i": "i", "em": "i"}
_TAG = re.compile(
    r"<!--.*?-->|<(?:script|style)\b[^<>]*>.*?</(?:script|style)\s*>"
    rf"|<(?P<close>/?)(?P<name>{_BLOCKS}|br|h[1-6]|ul|ol|li|b|strong|i|em"
    r"|a|u|s|font|span|sub|sup|small|img|script|style|iframe|object|embed|svg|form"
    r"|input|button|link|meta|html|body|head|o:p)(?=[\s/>])[^<>]*>",
    re.IGNORECASE | re.DOTALL,
)
_MACHINE = re.compile(
    r"\*\*\s*Denna text är maskinöversatt\s*\*\*|"
    r"\*\*\s*This text is machine translated\s*\*\*",
    re.IGNORECASE,
)
_MACHINE_NOTE = {
    "sv": "Texten är maskinöversatt av finansiären.",
    "en": "The funder had this text translated by a machine.",
}
_SENTENCE_END = re.compile(r"(?<=[^\s.][^\s.][.!?])\s+(?=[A-ZÅÄÖ0-9”\"])")


@dataclass(frozen=True)
class Abstract:
    """An abstract's parts as rich text; ``summary`` and the note are plain."""

    summary: str = ""
    purpose: str = ""
    results: str = ""
    approach: str = ""
    body: str = ""
    editorial_note: str = ""

    def __bool__(self):
        return bool(self.purpose or self.results or self.approach or self.body)


def split_abstract(text: str, lang: str) -> Abstract:
    """Sort an abstract under the three headings where it has at least two of them.

    What stands before the first heading, or the whole text when there are no
    headings, becomes ``body``. Headings with nothing under them give nothing.
    """
    text = _line_breaks(text[:MAX_LENGTH])
    text, machine = _MACHINE.subn("", text)
    parts = {field: rich_text(part) for field, part in _sections(text).items()}
    first = next((parts[name] for name in _READING_ORDER if parts.get(name)), "")
    if not first:
        return Abstract()
    return Abstract(
        **parts,
        summary=summarise(first),
        editorial_note=_MACHINE_NOTE[lang] if machine else "",
    )


_READING_ORDER = ("purpose", "body", "results", "approach")


def _line_breaks(text: str) -> str:
    return re.sub("\r\n?|[\u2028\u2029\x85]", "\n", text)


def _sections(text: str) -> dict[str, str]:
    found = list(_HEADING.finditer(text))
    if len({match.lastgroup for match in found}) < 2:
        return {"body": text}
    parts = {"body": text[: found[0].start()]}
    ends = [*(match.start() for match in found[1:]), len(text)]
    for match, end in zip(found, ends, strict=True):
        field = match.lastgroup
        parts[field] = parts.get(field, "") + "\n\n" + text[match.end() : end]
    return parts


def rich_text(text: str) -> str:
    """HTML with only ``p``, ``br``, ``h3``, ``ul``, ``ol``, ``li``, ``b`` and ``i``.

    Everything else is text, escaped. Empty when there is nothing to read. An empty
    line starts a paragraph, a single one breaks the line.
    """
    text = _line_breaks(text)
    builder = _Builder()
    position = 0
    for match in _TAG.finditer(text):
        builder.text(text[position : match.start()])
        if name := match["name"]:
            builder.tag(name.lower(), closing=bool(match["close"]))
        position = match.end()
    builder.text(text[position:])
    return builder.html()


def plain_text(rich: str) -> str:
    """The words of :func:`rich_text`'s result, on one line."""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", " ", rich))).strip()


def summarise(rich: str) -> str:
    """The first sentences, up to some 300 characters."""
    summary = ""
    for sentence in _SENTENCE_END.split(plain_text(rich)):
        if summary and len(summary) + 1 + len(sentence) > SUMMARY_LENGTH:
            break
        summary = f"{summary} {sentence}".strip()
    return shortened(summary, SUMMARY_LENGTH)


class _Builder:
    """Collects blocks, closes what was left open, and drops what is empty."""

    def __init__(self):
        self.blocks: list[tuple[str, str]] = []
        self.kind = "p"
        self.list = "ul"
        self.parts: list[str] = []
        self.open: list[str] = []

    def text(self, text: str):
        if not text:
            return
        for number, paragraph in enumerate(re.split(r"\n[ \t]*(?:\n\s*)", text)):
            if number:
                self.flush("p")
            lines = (
                html.escape(re.sub(r"\s+", " ", readable(line)), quote=False)
                for line in paragraph.split("\n")
            )
            self.parts.append("<br/>".join(lines))

    def tag(self, name: str, *, closing: bool):
        if name in _INLINE:
            self.inline(_INLINE[name], closing=closing)
        elif name == "br":
            self.parts.append("<br/>")
        elif name in ("ul", "ol"):
            self.flush("p")
            self.list = name
        elif name == "li":
            self.flush("p" if closing else "li")
        elif name[0] == "h" and name[1:].isdigit():
            self.flush("p" if closing else "h3")
        elif re.fullmatch(_BLOCKS, name):
            self.flush(self.kind if self.kind == "li" and not self.parts else "p")

    def inline(self, name: str, *, closing: bool):
        if not closing and name not in self.open:
            self.open.append(name)
            self.parts.append(f"<{name}>")
        elif closing and self.open and self.open[-1] == name:
            self.open.pop()
            self.parts.append(f"</{name}>")

    def flush(self, kind: str):
        content = "".join(self.parts) + "".join(
            f"</{name}>" for name in reversed(self.open)
        )
        content = re.sub(r"<([bi])>((?:\s|<br/>)*)</\1>", r"\2", content)
        content = re.sub(r"^(?:\s|<br/>)+|(?:\s|<br/>)+$", "", content)
        content = re.sub(r" ?(<br/>) ?", r"\1", content)
        if plain_text(content):
            block = f"{self.list}>li" if self.kind == "li" else self.kind
            self.blocks.append((block, content))
        self.kind, self.parts, self.open = kind, [], []

    def html(self) -> str:
        self.flush("p")
        result, current = [], ""
        for block, content in self.blocks:
            around, _sep, inner = block.rpartition(">")
            if current != around:
                result.append(f"</{current}>" if current else "")
                result.append(f"<{around}>" if around else "")
                current = around
            result.append(f"<{inner}>{content}</{inner}>")
        result.append(f"</{current}>" if current else "")
        return "".join(result)
