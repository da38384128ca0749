"""Why an aspect is missing, in a few words for the public."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.languages import Bilingual, Text
from projects.coverage import ASPECTS, Coverage

#: Characters: two or three sentences.
LONGEST = 600


def _words(label) -> models.TextField:
    return models.TextField(label, max_length=LONGEST, blank=True)


class Gaps(models.Model):
    """An explanation for each aspect, in both languages; facts of the source page.

    Said while the aspect is missing; kept, but not said, when it is no longer.
    """

    gap_sociocultural_sv = _words(_("why sociocultural is missing (Swedish)"))
    gap_sociocultural_en = _words(_("why sociocultural is missing (English)"))
    gap_environmental_sv = _words(_("why environmental is missing (Swedish)"))
    gap_environmental_en = _words(_("why environmental is missing (English)"))
    gap_economic_sv = _words(_("why economic is missing (Swedish)"))
    gap_economic_en = _words(_("why economic is missing (English)"))

    gap_sociocultural = Bilingual()
    gap_environmental = Bilingual()
    gap_economic = Bilingual()

    class Meta:
        abstract = True

    def gap(self, aspect: str) -> Text:
        """In the reader's language, else in the other; empty if nothing is said."""
        return getattr(self, f"gap_{aspect}")

    @property
    def explained(self) -> tuple[str, ...]:
        """The aspects of which an explanation is given, in any language."""
        return tuple(aspect for aspect in ASPECTS if self.gap(aspect).text.strip())

    def gaps_in(self, lang: str, coverage: Coverage) -> list[str]:
        """What is said in one language of the aspects that are missing."""
        return [getattr(self, f"gap_{aspect}_{lang}") for aspect in coverage.missing]


def gap_fields(aspect: str) -> tuple[str, str]:
    """The names of an aspect's two fields: Swedish and English."""
    return f"gap_{aspect}_sv", f"gap_{aspect}_en"
