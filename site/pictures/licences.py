"""The licences that a picture may have, and where each is explained."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Licence(models.TextChoices):
    OWN = "own", _("Our own, all rights reserved")
    CC0 = "cc0", "CC0 1.0"
    PUBLIC_DOMAIN = "pdm", _("Public domain")
    CC_BY = "cc-by-4.0", "CC BY 4.0"
    CC_BY_SA = "cc-by-sa-4.0", "CC BY-SA 4.0"
    OTHER = "other", _("Another licence")


_COMMONS = "https://creativecommons.org"

#: The licences' own addresses, as Creative Commons gives them.
URLS = {
    Licence.CC0: f"{_COMMONS}/publicdomain/zero/1.0/",
    Licence.PUBLIC_DOMAIN: f"{_COMMONS}/publicdomain/mark/1.0/",
    Licence.CC_BY: f"{_COMMONS}/licenses/by/4.0/",
    Licence.CC_BY_SA: f"{_COMMONS}/licenses/by-sa/4.0/",
}

#: These may be used on the condition that the maker is named.
ASKS_FOR_CREDIT = (Licence.CC_BY, Licence.CC_BY_SA)
