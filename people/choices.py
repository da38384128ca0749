"""What a person may offer, and the languages that one may say one speaks."""

from django.utils.translation import gettext_lazy as _

OFFERS = {
    "advice": _("Advice"),
    "lecture": _("Lecture"),
    "partner": _("Partner"),
    "mentor": _("Mentor"),
}
SPOKEN = {
    "sv": _("Swedish"),
    "en": _("English"),
    "de": _("German"),
    "fr": _("French"),
    "fi": _("Finnish"),
    "da": _("Danish"),
    "no": _("Norwegian"),
    "es": _("Spanish"),
    "it": _("Italian"),
    "ru": _("Russian"),
    "ar": _("Arabic"),
    "so": _("Somali"),
    "fa": _("Persian"),
    "pl": _("Polish"),
    "tr": _("Turkish"),
}
