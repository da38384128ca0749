"""The public page of the city's picture."""

from django.utils.translation import gettext_lazy as _

from core.pages import BasePage
from overview.choice import Choice, parse_choice
from overview.export import asked_for, download
from overview.picture import Audience, Picture, city_picture
from overview.showing import shown


class CityPicturePage(BasePage):
    """Coverage, needs and knowledge in figures, for everybody.

    What is shown is in the address; see :mod:`overview.choice`.
    """

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = []
    template = "pages/city_picture.html"

    class Meta:
        verbose_name = _("the city's picture")
        verbose_name_plural = _("the city's picture")
        permissions = [("see_city_picture", _("Can see the city's picture in full"))]

    def serve(self, request, *args, **kwargs):
        if asked_for(request):
            picture = self._picture(parse_choice(request.GET))
            return download(request, picture.tables)
        return super().serve(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        choice = parse_choice(request.GET)
        action = self.get_url(request) or ""
        return context | shown(self._picture(choice), choice, action=action)

    def _picture(self, choice: Choice) -> Picture:
        return city_picture(choice, Audience.PUBLIC, visible=self.visible)
