"""The city's picture in the admin, for those who may see it in full."""

from django.contrib.auth.models import Permission
from django.urls import path, reverse
from wagtail import hooks

from overview.staff import PERMISSION, CityPictureView, PictureMenuItem


@hooks.register("register_admin_urls")
def register_address():
    view = CityPictureView.as_view()
    return [path("reports/city-picture/", view, name="city_picture")]


@hooks.register("register_reports_menu_item")
def register_report():
    return PictureMenuItem(
        CityPictureView.page_title,
        reverse("city_picture"),
        name="city-picture",
        icon_name="site",
        order=1100,
    )


@hooks.register("register_permissions")
def register_permissions():
    app, codename = PERMISSION.split(".")
    return Permission.objects.filter(content_type__app_label=app, codename=codename)
