import pytest


@pytest.fixture(autouse=True)
def plain_templates(request, settings):
    """Record tests are about what is public, not about how the pages look."""
    if "test_record_" not in request.path.name:
        return
    page = "{{ page.title }} {{ page.facts.title }}"
    names = ("404.html", "pages/project.html", "pages/person.html")
    engine = settings.TEMPLATES[0]
    settings.TEMPLATES = [
        {
            **engine,
            "APP_DIRS": False,
            "OPTIONS": {
                **engine["OPTIONS"],
                "loaders": [
                    (
                        "django.template.loaders.locmem.Loader",
                        dict.fromkeys(names, page),
                    ),
                    "django.template.loaders.filesystem.Loader",
                    "django.template.loaders.app_directories.Loader",
                ],
            },
        }
    ]
