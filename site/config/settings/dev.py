"""One's own machine: ``make run``."""

from .base import *

DEBUG = env.bool("DEBUG", default=True)
ALLOWED_HOSTS = ["*"]
STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
