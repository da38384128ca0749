"""One's own machine: ``make run``."""

from .base import *

DEBUG = env.bool("DEBUG", default=True)
ALLOWED_HOSTS = ["*"]
if DEBUG:
    PAGE_CACHE_SECONDS = 0  # a changed template shows at once
    # The development server has a thread for each request.
    DATABASES["default"]["CONN_MAX_AGE"] = 0
STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
# The demonstration's experts are historical.
MATCHING_PROPOSES_HISTORICAL_PEOPLE = env.bool(
    "PROPOSE_HISTORICAL_PEOPLE", default=True
)
