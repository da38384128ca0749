"""The form that every upload of a picture goes through."""

from wagtail.images.forms import BaseImageForm

from .files import PictureFileField


class PictureForm(BaseImageForm):
    """Used by the single upload, the upload of many, and the chooser."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            wagtails = self.fields["file"]
            self.fields["file"] = PictureFileField(
                label=wagtails.label, required=wagtails.required
            )
            attributes = self.fields["file"].widget.attrs
            self.fields["file"].widget = wagtails.widget
            self.fields["file"].widget.attrs = attributes | wagtails.widget.attrs
