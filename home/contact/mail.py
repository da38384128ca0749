"""A message, mailed to those whom the editor chose.

No header holds what a visitor wrote, with one exception: where to answer, and only
when that is one valid address.
"""

from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.core.validators import validate_email
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django_tasks import task
from wagtail.admin.utils import get_admin_base_url
from wagtail.contrib.forms.models import FormSubmission

from .form import said


@task(backend="background")
def mail_message(submission_id: int) -> None:
    """Mail a stored message; what is gone by now, or has no receiver, is left.

    Raises what the mail server answers with: the task's result keeps it, and the
    log, while the message itself is safe where it was stored.
    """
    submission = FormSubmission.objects.filter(pk=submission_id).first()
    if submission is None:
        return
    page = submission.page.specific
    receivers = [part.strip() for part in page.to_address.split(",") if part.strip()]
    if not receivers:
        return
    with translation.override(page.locale.language_code):
        EmailMessage(
            subject=page.subject or page.title,
            body=_body(page, submission),
            from_email=page.from_address or None,
            to=receivers,
            reply_to=_reply_to(page, submission.form_data),
            headers={"Auto-Submitted": "auto-generated"},
        ).send()


def _body(page, submission) -> str:
    data = submission.form_data
    lines = [
        f"{field.label}\n{said(field, data[field.clean_name])}"
        for field in page.get_form_fields()
        if data.get(field.clean_name) not in (None, "", [])
    ]
    address = get_admin_base_url() + reverse(
        "wagtailforms:list_submissions", args=[page.pk]
    )
    where = _("The message is stored here until it is deleted:")
    return "\n\n".join([*lines, f"-- \n{where}\n{address}"])


def _reply_to(page, data: dict) -> list[str]:
    """The visitor's address, when the form asks for one and it is one."""
    written = [
        data[field.clean_name]
        for field in page.get_form_fields()
        if field.field_type == "email" and data.get(field.clean_name)
    ]
    if len(written) != 1:
        return []
    try:
        validate_email(written[0])
    except ValidationError:
        return []
    return written
