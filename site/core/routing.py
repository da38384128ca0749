"""Finding a page by its address at once, instead of one level at a time."""

from wagtail.models import Page


class DirectRouting:
    """For a front page: the page below with exactly this address, in two queries.

    Wagtail asks twice for each level. What is not found so is left to Wagtail, for
    a page may answer to more than its own address.
    """

    def route(self, request, path_components):
        if not path_components:
            return super().route(request, path_components)
        page = Page.objects.filter(
            slug=path_components[-1],  # indexed, which addresses are not
            url_path=f"{self.url_path}{'/'.join(path_components)}/",
            path__startswith=self.path,
        ).first()
        if page is None:
            return super().route(request, path_components)
        return page.specific.route(request, [])
