"""The parts that an editor builds a text page from.

Each has a description and an example for the chooser of blocks. Nothing here loads
anything from another server: a video is a link with a still picture.
"""

import re

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page

from .public import public_now

RICH_TEXT = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"]


class CaptionedImage(blocks.StructBlock):
    image = ImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=300)

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "blocks/image.html"
        description = _("A picture; who made it and its licence follow along.")
        preview_value = {"caption": _("The lock at Slussen")}


class Gallery(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)
    images = blocks.ListBlock(CaptionedImage(), min_num=2, label=_("Pictures"))

    class Meta:
        icon = "image"
        label = _("Gallery")
        template = "blocks/gallery.html"
        description = _("Two or more pictures that belong together.")
        preview_value = {"heading": _("Three views of the square"), "images": []}


class Quote(blocks.StructBlock):
    quote = blocks.TextBlock(label=_("Quote"), max_length=600)
    who = blocks.CharBlock(label=_("Who said it"), required=False, max_length=160)
    source = blocks.URLBlock(label=_("Address of the source"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Quote")
        template = "blocks/quote.html"
        description = _("Somebody's own words, and whose they are.")
        preview_value = {
            "quote": _("What is not asked for is not built."),
            "who": _("A resident"),
        }


class FactBox(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    text = blocks.RichTextBlock(
        label=_("Text"), features=["bold", "italic", "ol", "ul", "link"]
    )

    class Meta:
        icon = "info-circle"
        label = _("Fact box")
        template = "blocks/fact_box.html"
        description = _("Something to know beside the story.")
        preview_value = {"heading": _("In short"), "text": "<p>1680–2019</p>"}


class TimelineEntry(blocks.StructBlock):
    when = blocks.CharBlock(label=_("When"), max_length=60)
    what = blocks.TextBlock(label=_("What happened"), max_length=400)


class Timeline(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)
    entries = blocks.ListBlock(TimelineEntry(), label=_("Events"))

    class Meta:
        icon = "history"
        label = _("Timeline")
        template = "blocks/timeline.html"
        description = _("Events in the order they happened.")
        preview_value = {
            "heading": _("How it went"),
            "entries": [{"when": "2013", "what": _("The project begins.")}],
        }


class ChosenPages(blocks.StructBlock):
    """Links to chosen pages; only those that the public may see are shown."""

    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        order = [page.pk for page in value["pages"] if page is not None]
        found = (
            Page.objects.filter(public_now(), pk__in=order)
            .public()
            .select_related("locale")
            .specific()
        )
        by_id = {page.pk: page for page in found}
        context["pages"] = [by_id[pk] for pk in order if pk in by_id]
        return context


class People(ChosenPages):
    pages = blocks.ListBlock(
        blocks.PageChooserBlock(page_type="people.PersonPage"), label=_("Experts")
    )

    class Meta:
        icon = "group"
        label = _("Experts")
        template = "blocks/people.html"
        description = _("Links to profiles.")
        preview_value = {"heading": _("Who knows more"), "pages": []}


class Projects(ChosenPages):
    pages = blocks.ListBlock(
        blocks.PageChooserBlock(page_type="projects.ProjectPage"), label=_("Projects")
    )

    class Meta:
        icon = "folder-open-inverse"
        label = _("Projects")
        template = "blocks/projects.html"
        description = _("Links to projects.")
        preview_value = {"heading": _("Projects to read"), "pages": []}


class Documents(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)
    documents = blocks.ListBlock(DocumentChooserBlock(), label=_("Documents"))

    class Meta:
        icon = "doc-full"
        label = _("Documents")
        template = "blocks/documents.html"
        description = _("Files to download, with type and size.")
        preview_value = {"heading": _("Read more"), "documents": []}


#: 3 160, −4,5 %, 1.2: what is read by its place in a column.
FIGURE = re.compile(r"[-−+±]?\d[\d\s.,]*\s?%?")


def _all_figures(texts) -> bool:
    """Is each text that says something a figure, and is there one at all?"""
    said = [text.strip() for text in texts if text and text.strip()]
    return bool(said) and all(FIGURE.fullmatch(text) for text in said)


class Table(blocks.StructBlock):
    caption = blocks.CharBlock(label=_("Caption"), max_length=200)
    head = blocks.ListBlock(
        blocks.CharBlock(max_length=120), label=_("Column headings"), min_num=1
    )
    rows = blocks.ListBlock(
        blocks.ListBlock(blocks.CharBlock(required=False, max_length=300)),
        label=_("Rows"),
        help_text=_("The first cell of each row is its heading."),
    )

    def get_context(self, value, parent_context=None):
        """``head`` and ``rows`` of cells; columns of only figures stand to the right.

        A row that is too short is filled up: a table's rows are equally long.
        """
        context = super().get_context(value, parent_context)
        rows = [list(row) for row in value["rows"]]
        width = max([len(value["head"]), *map(len, rows)])
        head, *rows = (
            [*row, *[""] * (width - len(row))] for row in (value["head"], *rows)
        )
        figures = [_all_figures(row[n] for row in rows) for n in range(width)]

        def cells(row):
            return [
                {"text": text, "numeric": numeric}
                for text, numeric in zip(row, figures, strict=True)
            ]

        return context | {"head": cells(head), "rows": [cells(row) for row in rows]}

    class Meta:
        icon = "table"
        label = _("Table")
        template = "blocks/table.html"
        description = _("Figures or facts in rows and columns.")
        preview_value = {
            "caption": _("Homes by year"),
            "head": [_("Year"), _("Homes")],
            "rows": [["2023", "3 160"]],
        }


class CallToAction(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    text = blocks.TextBlock(label=_("Text"), required=False, max_length=300)
    link_text = blocks.CharBlock(label=_("Text of the link"), max_length=60)
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    url = blocks.URLBlock(label=_("Or address"), required=False)

    class Meta:
        icon = "link"
        label = _("Call to action")
        template = "blocks/call_to_action.html"
        description = _("One thing that the reader can do next.")
        preview_value = {
            "heading": _("Do you know something about this?"),
            "link_text": _("See what is needed"),
            "url": "https://example.org/",
        }


class VideoLink(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title of the video"), max_length=160)
    url = blocks.URLBlock(
        label=_("Address"),
        help_text=_("The video opens at its own place; nothing is loaded from there."),
    )
    still = ImageBlock(label=_("Still picture"), required=False)
    length = blocks.CharBlock(label=_("Length"), required=False, max_length=20)

    class Meta:
        icon = "media"
        label = _("Video")
        template = "blocks/video_link.html"
        description = _("A link to a video, with a still picture.")
        preview_value = {
            "title": _("A walk along the quay"),
            "url": "https://example.org/",
            "length": "3:20",
        }


class BodyBlock(blocks.StreamBlock):
    """What a text page may hold."""

    text = blocks.RichTextBlock(
        label=_("Text"),
        icon="pilcrow",
        features=RICH_TEXT,
        template="blocks/text.html",
        description=_("Headings, paragraphs, lists and links."),
        preview_value="<h2>Slussen</h2><p>Ett stycke text.</p>",
    )
    image = CaptionedImage()
    gallery = Gallery()
    quote = Quote()
    fact_box = FactBox()
    timeline = Timeline()
    people = People()
    projects = Projects()
    documents = Documents()
    table = Table()
    call_to_action = CallToAction()
    video = VideoLink()
