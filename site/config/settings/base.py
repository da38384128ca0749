"""Settings that every environment shares.

Secrets and addresses come from the environment; ``.env.example`` explains each.
A missing value is either safe or stops the start: nothing here falls back to an
insecure default.
"""

from pathlib import Path

import environ
from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _

from matching.weights import Weights

ROOT = Path(__file__).resolve().parents[3]
VAR = ROOT / "var"

env = environ.Env()
if (ROOT / ".env").exists():
    env.read_env(ROOT / ".env")

DEBUG = False
SECRET_KEY = env("SECRET_KEY", default="")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "overview",
    "home",
    "matching",
    "search",
    "projects",
    "people",
    "taxonomy",
    "pagecache",
    "pictures",
    "accounts",
    "core",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django_tasks_db",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.sitemaps",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "pagecache.middleware.PageCacheMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "core.refusals.RefusalMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "core.frame.site_frame",
            ],
        },
    },
]

# --- Database -------------------------------------------------------------
# SQLite on one machine is the default; `DATABASE_URL=postgres://…` scales on.
DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{VAR}/site.sqlite3")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        # IMMEDIATE: a transaction that will write asks for the lock at its
        # start and waits, instead of failing when it first writes.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL;"
            "PRAGMA synchronous=NORMAL;"
            "PRAGMA busy_timeout=20000;"
            "PRAGMA cache_size=-32000;"
            "PRAGMA mmap_size=268435456;"
            "PRAGMA temp_store=MEMORY;"
        ),
    }
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
# To open a database costs more than to answer with a kept page.
DATABASES["default"]["CONN_MAX_AGE"] = 60
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": env.cache("CACHE_URL", default="locmemcache://"),
    "renditions": env.cache("CACHE_URL", default="locmemcache://renditions"),
    # Some 15 kB each, compressed.
    "pages": env.cache("CACHE_URL", default="locmemcache://pages?max_entries=2000"),
}
#: Seconds that a whole page is kept at most; 0 keeps none. Whatever changes shows at
#: once all the same: see pagecache.
PAGE_CACHE_SECONDS = env.int("PAGE_CACHE_SECONDS", default=300)
#: Seconds that a cache before the site may answer without asking. With 0 it asks each
#: time and mostly hears that nothing changed; more shows what changed so much later.
PAGE_CACHE_SHARED_SECONDS = env.int("PAGE_CACHE_SHARED_SECONDS", default=0)

# --- People who sign in ------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "wagtailadmin_login"

# --- Language -----------------------------------------------------------------
LANGUAGE_CODE = "sv"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("sv", _("Swedish")), ("en", _("English"))]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("sv", "Svenska"), ("en", "English")]
LOCALE_PATHS = [ROOT / "locale"]
TIME_ZONE = "Europe/Stockholm"
USE_I18N = True
USE_TZ = True
WAGTAIL_I18N_ENABLED = True

# --- Files ----------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [ROOT / "site" / "static", ("fonts", VAR / "fonts")]
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(env("MEDIA_ROOT", default=str(VAR / "media")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# --- Wagtail ------------------------------------------------------------------
WAGTAIL_SITE_NAME = "På gränsen"
WAGTAILADMIN_BASE_URL = env("PUBLIC_URL", default="http://127.0.0.1:8000")
WAGTAIL_ENABLE_UPDATE_CHECK = False  # The admin asks nobody but us.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_USER_TIME_ZONES = ["Europe/Stockholm"]
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILIMAGES_IMAGE_MODEL = "pictures.Picture"
WAGTAILIMAGES_IMAGE_FORM_BASE = "pictures.forms.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
# A small file may unpack to gigabytes: 344 KB of PNG can take 1.4 GB.
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
WAGTAILDOCS_EXTENSIONS = [
    "csv", "docx", "ods", "odt", "pdf", "pptx", "txt", "xlsx", "zip",
]  # fmt: skip
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILEMBEDS_FINDERS: list = []  # No page of ours loads another server's content.
# The admin's own search. Wagtail's SQLite search takes a minute for a common
# word at 10,000 pages; its plain fallback does not. The public search is ours.
WAGTAILSEARCH_BACKENDS = {
    "default": {
        "BACKEND": "wagtail.search.backends.database.fallback",
        "AUTO_UPDATE": False,
    }
}

# --- Search ------------------------------------------------------------------------
SEARCH_URL = env("SEARCH_URL", default="database://")

# --- Matching ----------------------------------------------------------------------
#: What each part of a match may give; shown to administrators.
MATCHING_WEIGHTS = Weights()
#: Whether people who have died are proposed to projects: on a demonstration only,
#: whose experts they are.
MATCHING_PROPOSES_HISTORICAL_PEOPLE = env.bool(
    "PROPOSE_HISTORICAL_PEOPLE", default=False
)

# --- Real input ----------------------------------------------------------------
# Files for measurements and tests, never part of the repository.
REAL_DATA = Path(
    env("REAL_DATA", default="")
    or next(
        filter(Path.is_dir, (VAR / "data", ROOT.parent / "shared" / "data")),
        VAR / "data",
    )
)

# --- Background work ------------------------------------------------------------
TASKS = {
    # Wagtail queues a dozen tiny tasks per publish; they run at once.
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    # Ours wait for the worker (`manage.py db_worker --backend background`).
    "background": {
        "BACKEND": "django_tasks_db.DatabaseBackend",
        "QUEUES": ["default"],
    },
}

# --- Mail ---------------------------------------------------------------------------
vars().update(env.email("EMAIL_URL", default="consolemail://"))
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="På gränsen <noreply@localhost>")
EMAIL_TIMEOUT = 20  # Seconds; without it, a silent mail server is waited for forever.

# --- The contact form -----------------------------------------------------------------
#: Messages that one network may send in a period, and its length in seconds.
CONTACT_MESSAGES = env.int("CONTACT_MESSAGES", default=10)
CONTACT_PERIOD = env.int("CONTACT_PERIOD", default=3600)
CONTACT_KEPT_DAYS = env.int("CONTACT_KEPT_DAYS", default=180)
#: Proxies of our own in front that add to X-Forwarded-For: whom we believe.
CLIENT_PROXIES = env.int("CLIENT_PROXIES", default=0)
CSRF_FAILURE_VIEW = "home.contact.views.form_without_token"

# --- Security ----------------------------------------------------------------------
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"  # The admin shows previews in a frame.
SESSION_COOKIE_HTTPONLY = True
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # A project with long lists is one form.
CONTENT_SECURITY_POLICY = {
    # The admin's own scripts need what public pages never get.
    "EXCLUDE_URL_PREFIXES": ("/admin/",),
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    },
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {
        name: {"level": "WARNING"}
        for name in ("django_tasks", "elastic_transport", "fontTools", "wagtail")
    },
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", default="INFO")},
}
