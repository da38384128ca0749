"""What must hold of every page model that is a record's page."""

from django.apps import apps
from django.core import checks
from django.core.exceptions import FieldDoesNotExist

from .record_pages import RecordPage
from .records import Record


def record_page_models() -> list[type[RecordPage]]:
    return [model for model in apps.get_models() if issubclass(model, RecordPage)]


@checks.register("records")
def check_record_pages(app_configs, **kwargs):
    """Facts on the source page only; page and record name each other."""
    return [
        error for model in record_page_models() for error in check_record_page(model)
    ]


def check_record_page(model: type[RecordPage]) -> list[checks.Error]:
    errors = []

    def wrong(number, message):
        errors.append(checks.Error(message, obj=model, id=f"core.E{number:03}"))

    record_model = getattr(model, "record_model", None)
    if record_model is None or not issubclass(record_model, Record):
        wrong(1, "record_model must name the page's subclass of core.records.Record.")
    elif getattr(record_model, "page_model", "").lower() != model._meta.label_lower:
        wrong(2, f"{record_model.__name__}.page_model must be “{model._meta.label}”.")
    for name in model.text_fields:
        try:
            model._meta.get_field(name)
        except FieldDoesNotExist:
            wrong(3, f"text_fields names “{name}”, which is no field.")
    translated = {field.field_name for field in model.translatable_fields}
    if translated != set(model.text_fields):
        wrong(4, "translatable_fields must be exactly the text_fields.")
    if facts := translated & set(model.fact_names()):
        wrong(5, f"Facts are never translated: {', '.join(sorted(facts))}.")
    return errors
