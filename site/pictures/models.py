"""A picture: what it shows, who made it, and what others may do with it."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    WagtailImageField,
    WagtailImageFieldFile,
    get_upload_to,
)
from wagtail.models import CollectionMember
from wagtail.search import index

from core.languages import Bilingual, Text, current_language

from .cleaning import CleanPicture, clean_picture
from .licences import ASKS_FOR_CREDIT, URLS, Licence


class PictureFile(WagtailImageFieldFile):
    """Whatever way a picture comes in, it is stored clean."""

    def save(self, name, content, save=True):
        if not isinstance(content, CleanPicture):
            content = clean_picture(
                content, name=name, max_pixels=settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
            )
        return super().save(name, content, save=save)


class PictureFileColumn(WagtailImageField):
    attr_class = PictureFile


class Picture(AbstractImage):
    file = PictureFileColumn(
        verbose_name=_("file"),
        upload_to=get_upload_to,
        width_field="width",
        height_field="height",
    )
    description_sv = models.CharField(
        _("what the picture shows, in Swedish"),
        max_length=255,
        blank=True,
        help_text=_("Read aloud to who does not see it; one sentence."),
    )
    description_en = models.CharField(
        _("what the picture shows, in English"), max_length=255, blank=True
    )
    is_decorative = models.BooleanField(
        _("only decorative"),
        default=False,
        help_text=_("It says nothing that the text does not say; no one misses it."),
    )
    credit = models.CharField(
        _("who made it"),
        max_length=200,
        blank=True,
        help_text=_("Shown under the picture, such as the photographer's name."),
    )
    licence = models.CharField(_("licence"), max_length=16, choices=Licence.choices)
    licence_name = models.CharField(
        _("name of another licence"), max_length=120, blank=True
    )
    licence_address = models.URLField(_("address of another licence"), blank=True)
    source_url = models.URLField(
        _("where it comes from"),
        max_length=500,
        blank=True,
        help_text=_("The address of the collection or page that it was taken from."),
    )

    #: In the reader's language, or in the other one where that is empty.
    description = Bilingual()

    admin_form_fields = (
        "title",
        "file",
        "description_sv",
        "description_en",
        "is_decorative",
        "credit",
        "licence",
        "licence_name",
        "licence_address",
        "source_url",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )
    search_fields = [
        *CollectionMember.search_fields,
        index.SearchField("title", boost=10),
        index.AutocompleteField("title"),
        index.FilterField("title"),
        index.SearchField("description_sv"),
        index.SearchField("description_en"),
        index.SearchField("credit"),
        index.FilterField("uploaded_by_user"),
        index.FilterField("created_at"),
        index.FilterField("id"),
    ]

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def clean(self):
        super().clean()
        problems = {}
        described = self.description_sv.strip() or self.description_en.strip()
        if not described and not self.is_decorative:
            problems["description_sv"] = _(
                "Say what the picture shows, or tick that it is only decorative."
            )
        if described and self.is_decorative:
            problems["is_decorative"] = _(
                "A decorative picture is not read aloud: empty the description, or "
                "take the tick away."
            )
        if self.licence in ASKS_FOR_CREDIT and not self.credit.strip():
            problems["credit"] = _("This licence asks that the maker is named.")
        if self.licence == Licence.OTHER and not self.licence_name.strip():
            problems["licence_name"] = _("Write the name of the licence.")
        if problems:
            raise ValidationError(problems)

    def save(self, *args, **kwargs):
        """Stores the file first, so that size and hash are of what is stored."""
        if self.file and not self.file._committed:
            self.file.save(self.file.name, self.file.file, save=False)
            self._set_image_file_metadata()
        super().save(*args, **kwargs)

    @property
    def alt(self) -> Text:
        """What stands for the picture where it is not seen; empty if decorative."""
        if self.is_decorative:
            return Text("", current_language())
        return self.description

    @property
    def default_alt_text(self) -> str:
        """Never the title: that is the name of a file."""
        return self.alt.text

    @property
    def licence_label(self) -> str:
        """What the caption calls the licence; nothing for what is simply ours."""
        if self.licence == Licence.OWN:
            return ""
        if self.licence == Licence.OTHER:
            return self.licence_name
        return str(self.get_licence_display())

    @property
    def licence_url(self) -> str:
        return URLS.get(self.licence) or (
            self.licence_address if self.licence == Licence.OTHER else ""
        )


class PictureRendition(AbstractRendition):
    image = models.ForeignKey(Picture, models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"],
                name="one_rendition_of_each_kind",
            )
        ]

    def __str__(self):
        return f"{self.image_id} {self.filter_spec}"

    @property
    def attrs_dict(self):
        """As Wagtail's, with the language of a description in the other one."""
        attributes = super().attrs_dict
        own = self.image.alt
        is_own = attributes["alt"] and attributes["alt"] == own.text
        if is_own and own.lang != current_language():
            attributes["lang"] = own.lang
        return attributes
