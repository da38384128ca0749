"""The form that visitors see, built from the fields that an editor chose.

Nothing here stops a visitor from writing: a text that is too long is answered with
its length, never cut by the browser (``maxlength`` cuts what is pasted, silently).
"""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.forms.forms import BaseForm, FormBuilder

#: What the builder below can make, out of Wagtail's kinds of fields.
FIELD_TYPES = [
    ("singleline", _("Single line of text")),
    ("multiline", _("Text of several lines")),
    ("email", _("E-mail address")),
    ("dropdown", _("One of several, in a menu")),
    ("radio", _("One of several, all shown")),
    ("checkboxes", _("Any of several")),
    ("checkbox", _("A box to tick")),
]
#: What browsers can fill in for the visitor (WCAG 2.2, 1.3.5).
AUTOCOMPLETE = [
    ("name", _("Name")),
    ("tel", _("Telephone number")),
    ("organization", _("Organisation")),
    ("organization-title", _("Title or role")),
]
#: Letters at most. An address: RFC 3696, erratum 1690.
LINE_LENGTH = 200
ADDRESS_LENGTH = 254
TEXT_LENGTH = 5000

#: The field that people do not see and robots fill in. The hyphen keeps its name
#: apart from every name that Wagtail makes of an editor's label.
TRAP = "web-site"


def is_trapped(data) -> bool:
    """Whether posted ``data`` fills in the field that nobody sees."""
    return bool(data.get(TRAP, "").strip())


class PlainText(forms.CharField):
    """Text whose length counts a line break once, as the visitor does.

    Browsers send two letters for each.
    """

    def to_python(self, value):
        return super().to_python(value).replace("\r\n", "\n")

    def widget_attrs(self, widget):
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs


class Address(PlainText, forms.EmailField):
    """One e-mail address."""


class ContactForm(BaseForm):
    """What the builder makes: with the links of an error summary."""

    use_required_attribute = True

    def problems(self) -> list[dict[str, str]]:
        """For each field that has errors, ``{title, url}``: to its first control."""
        return [
            {
                "title": " ".join(field.errors),
                "url": f"#{field.id_for_label or f'{field.auto_id}_0'}",
            }
            for field in self
            if field.errors
        ]


class ContactFormBuilder(FormBuilder):
    """Makes the form's class from the editor's fields, with sentences for errors."""

    def get_field_options(self, field):
        options = super().get_field_options(field)
        name = {"label": field.label}
        # Django formats these two once more, with the numbers or the answer.
        twice = {"label": field.label.replace("%", "%%")}
        options["error_messages"] = {
            "required": _("“%(label)s” must be filled in.") % name,
            "max_length": _(
                "“%(label)s” may have at most %%(limit_value)d characters, and has "
                "%%(show_value)d."
            )
            % twice,
            "invalid_choice": _("Choose one of the answers to “%(label)s”.") % twice,
        }
        return options

    def create_singleline_field(self, field, options):
        options["max_length"] = LINE_LENGTH
        filled_in = {"autocomplete": field.autocomplete} if field.autocomplete else {}
        widget = forms.TextInput({"class": "in", **filled_in})
        return PlainText(widget=widget, **options)

    def create_multiline_field(self, field, options):
        hint = _("At most %(count)s characters.") % {"count": TEXT_LENGTH}
        options["help_text"] = f"{options['help_text']} {hint}".strip()
        options["max_length"] = TEXT_LENGTH
        widget = forms.Textarea({"class": "in", "rows": 8})
        return PlainText(widget=widget, **options)

    def create_email_field(self, field, options):
        options["max_length"] = ADDRESS_LENGTH
        options["error_messages"]["invalid"] = _(
            "Write an e-mail address such as name@example.org."
        )
        widget = forms.EmailInput(
            {"class": "in", "autocomplete": "email", "spellcheck": "false"}
        )
        return Address(widget=widget, **options)

    def create_dropdown_field(self, field, options):
        choices = [("", _("Choose")), *self.get_formatted_field_choices(field)]
        widget = forms.Select({"class": "in"})
        return forms.ChoiceField(choices=choices, widget=widget, **options)

    def create_radio_field(self, field, options):
        made = super().create_radio_field(field, options)
        # Nothing that somebody must answer has "nothing" among its answers.
        made.choices = [choice for choice in made.choices if choice[0]]
        return made

    def get_form_class(self):
        return type("VisitorsForm", (ContactForm,), self.formfields)


def said(field, value) -> str:
    """A stored value as a person reads it; ``field`` is the editor's."""
    if isinstance(value, list):
        return ", ".join(value)
    if field.field_type == "checkbox":
        return str(_("Yes") if value else _("No"))
    return str(value)
