"""The tables as files, with the same figures and words as on the screen."""

import csv
from collections.abc import Iterable
from io import BytesIO, StringIO

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from overview.tables import Table

#: What makes a spreadsheet take a text for a formula (OWASP, "CSV Injection"), also
#: behind spaces, which some programs take away.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
#: In names of sheets these may not stand, and they are no longer.
_NOT_IN_SHEETS, _LONGEST_SHEET = str.maketrans(r"[]:*?/\'", " " * 8), 31


def lines(table: Table) -> list[list[str | int]]:
    """Headings and rows: numbers as numbers, the rest as the screen has it."""
    return [
        table.headings,
        *(
            [
                str(row.head),
                *(cell if isinstance(cell, int) else str(cell) for cell in row.cells),
            ]
            for row in table.rows
        ),
    ]


def harmless(value: str | int) -> str | int:
    """A text that no spreadsheet takes for a formula."""
    if isinstance(value, str) and value.lstrip(" \u00a0").startswith(_FORMULA):
        return f"'{value}"
    return value


def as_csv(tables: Iterable[Table]) -> bytes:
    """Semicolons and a byte order mark: so Swedish spreadsheets open it as it is.
    Several tables stand below each other, each with its title."""
    text = StringIO()
    writer = csv.writer(text, delimiter=";")
    tables = list(tables)
    for number, table in enumerate(tables):
        if len(tables) > 1:
            writer.writerows([[]] * bool(number) + [[harmless(table.title)]])
        writer.writerows([harmless(value) for value in line] for line in lines(table))
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(tables: Iterable[Table]) -> bytes:
    """A sheet for each table. Every text is marked as text: never a formula."""
    book = Workbook(write_only=True)
    for number, table in enumerate(tables, start=1):
        name = f"{number} {table.title.translate(_NOT_IN_SHEETS)}"[:_LONGEST_SHEET]
        sheet = book.create_sheet(name)
        for line in lines(table):
            sheet.append([_cell(sheet, value) for value in line])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _cell(sheet, value: str | int) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, harmless(value))
    if isinstance(value, str):
        cell.data_type = "s"
    return cell


#: The parameter's value → (media type, writer).
FORMATS = {
    "csv": ("text/csv; charset=utf-8", as_csv),
    "xlsx": (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        as_xlsx,
    ),
}


def asked_for(request: HttpRequest) -> str:
    """The format that the address asks for, or nothing."""
    name = request.GET.get("format", "")
    return name if name in FORMATS else ""


def download(request: HttpRequest, tables: dict[str, Table]) -> HttpResponse:
    """``?format=csv&table=needs``: one table; without ``table``: all of them."""
    name = asked_for(request)
    media, write = FORMATS[name]
    key = request.GET.get("table", "")
    chosen = [tables[key]] if key in tables else list(tables.values())
    response = HttpResponse(write(chosen), content_type=media)
    stem = f"{key if key in tables else 'city'}-{timezone.localdate()}"
    response["Content-Disposition"] = f'attachment; filename="{stem}.{name}"'
    response["X-Robots-Tag"] = "noindex"
    return response
