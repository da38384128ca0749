"""The list of messages in the admin: Wagtail's, with an export that is only text."""

from wagtail.contrib.forms.views import SubmissionsListView

#: A cell that begins so is a formula to a spreadsheet, whoever wrote it (OWASP,
#: "CSV Injection"). Wagtail's other format, XLSX, says itself that a cell is text.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_text(value: str) -> str:
    return f"'{value}" if value.startswith(FORMULA) else value


class MessagesView(SubmissionsListView):
    """What visitors wrote stays text when it is opened in a spreadsheet."""

    custom_value_preprocess = {
        **SubmissionsListView.custom_value_preprocess,
        str: {SubmissionsListView.FORMAT_CSV: as_text},
    }
