"""Settings, read from the environment; secure unless told otherwise.

Variables (each may also stand in `.env` beside manage.py; the real environment wins):

SECRET_KEY                  signs sessions; required unless DEBUG
DEBUG                       False by default; never True where others can reach it
ALLOWED_HOSTS               host names served, separated by commas
DATABASE_URL                SQLite in factcheck.sqlite3 by default; `postgres` URLs work as well
TIME_ZONE                   whose calendar days count (UTC)
FACTCHECK_GRACE_DAYS        days after a window in which a forecast is due, not yet overdue (3)
FACTCHECK_REVIEW_DAYS       days until an undated forecast is due for review (30)
FACTCHECK_SEARCH_DAYS       days until a search that found nothing expires, from the day up to which it looked (14)
FACTCHECK_PULSE_SECONDS     how often an open page asks for news and who is there (15); idle, it asks more seldom
FACTCHECK_MAX_ARTICLE_BYTES largest article that an import accepts (5,000,000)
FACTCHECK_ONE_PERSON_DESK   True lets the person who proposed a verdict decide it
FACTCHECK_BLIND_PROPOSALS   True hides what a person proposes until a second one has, or a reviewer opens it
FACTCHECK_PLAIN_HTTP        True serves without TLS: for this machine alone
FACTCHECK_PROXY_COUNT       reverse proxies of ours in front, whose X-Forwarded headers are believed (0)
EMAIL_URL                   mail server, such as smtp+tls://name:password@mail.example:587; none: no digest is mailed
DEFAULT_FROM_EMAIL          whom digests come from (factcheck@localhost)
FACTCHECK_URL               address of this desk, such as https://factcheck.example, in mails (none: none is mailed)
                            and in files that are handed on (none: paths)
FACTCHECK_DEMO_PASSWORD_…   ANALYST, REVIEWER, ADMIN: passwords that load_demo gives the demo desk
FACTCHECK_ENV_FILE          another file than `.env`
"""

import os
from datetime import timedelta
from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()
env.read_env(os.environ.get("FACTCHECK_ENV_FILE", BASE_DIR / ".env"))

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env("SECRET_KEY", default="only-for-debugging" if DEBUG else "")
if not SECRET_KEY:
    raise ImproperlyConfigured(
        "SECRET_KEY is not set. Set it in the environment or in .env to a long random text and keep it "
        "secret; for a first try, `make run` writes one."
    )
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])

FACTCHECK_GRACE_DAYS = env.int("FACTCHECK_GRACE_DAYS", default=3)
FACTCHECK_REVIEW_DAYS = env.int("FACTCHECK_REVIEW_DAYS", default=30)
FACTCHECK_SEARCH_DAYS = env.int("FACTCHECK_SEARCH_DAYS", default=14)
FACTCHECK_PULSE_SECONDS = env.float("FACTCHECK_PULSE_SECONDS", default=15)
FACTCHECK_MAX_ARTICLE_BYTES = env.int("FACTCHECK_MAX_ARTICLE_BYTES", default=5_000_000)
FACTCHECK_ONE_PERSON_DESK = env.bool("FACTCHECK_ONE_PERSON_DESK", default=False)
FACTCHECK_BLIND_PROPOSALS = env.bool("FACTCHECK_BLIND_PROPOSALS", default=False)
FACTCHECK_PLAIN_HTTP = env.bool("FACTCHECK_PLAIN_HTTP", default=False)
FACTCHECK_PROXY_COUNT = env.int("FACTCHECK_PROXY_COUNT", default=0)
FACTCHECK_DEMO_PASSWORDS = {
    name: env(f"FACTCHECK_DEMO_PASSWORD_{name.upper()}", default="") for name in ("analyst", "reviewer", "admin")
}

INSTALLED_APPS = [
    "factcheck",
    "claims",
    "django_tables2",
    "django_filters",
    "axes",
    "csp",
    # "Simple": the admin site is our own and is built in claims.admin, so nothing is to be discovered.
    "django.contrib.admin.apps.SimpleAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Pages travel at a fifth of their size. BREACH reads secrets from the size of compressed answers: Django pads
    # each at random and masks the CSRF token, and the session cookie (SameSite=Lax) goes with no request of another
    # site.
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "csp.middleware.CSPMiddleware",
    "factcheck.freshness.FreshnessMiddleware",
    "factcheck.drafts.DraftMiddleware",
    # Last, so that it sees the answer of the login view before anything else changes it.
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "factcheck.urls"
WSGI_APPLICATION = "factcheck.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": ["claims.templatetags.icons"],
        },
    },
]
DJANGO_TABLES2_TEMPLATE = "claims/_table.html"

# Database

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{BASE_DIR / 'factcheck.sqlite3'}")}
DATABASES["default"] |= {"CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": True}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # After what the URL says, so that no URL weakens it; factcheck.checks refuses to go without.
    DATABASES["default"]["OPTIONS"] = DATABASES["default"].get("OPTIONS", {}) | {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# People

AUTH_USER_MODEL = "claims.User"
AUTHENTICATION_BACKENDS = [
    # First, so that a throttled login is refused before a password is checked, which is costly.
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "desk"
LOGOUT_REDIRECT_URL = "login"
SESSION_COOKIE_AGE = int(timedelta(days=7).total_seconds())

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
# Person and address together: by the person alone, anyone could lock a colleague out.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_LOCKOUT_TEMPLATE = "lockout.html"
AXES_CLIENT_IP_CALLABLE = "factcheck.client_address.client_address"
AXES_VERBOSE = False

# Security

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not FACTCHECK_PLAIN_HTTP
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "factcheck.drafts.answer_expired_form"
SECURE_SSL_REDIRECT = not FACTCHECK_PLAIN_HTTP
SECURE_HSTS_SECONDS = 0 if FACTCHECK_PLAIN_HTTP else int(timedelta(days=365).total_seconds())
# A self-hosted tool speaks for its own host name only, never for its neighbours under the same domain.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
if FACTCHECK_PROXY_COUNT:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    },
}

# A pasted article comes in as form fields, in which every byte may take three.
DATA_UPLOAD_MAX_MEMORY_SIZE = 3 * FACTCHECK_MAX_ARTICLE_BYTES + 100_000
DATA_UPLOAD_MAX_NUMBER_FILES = 501  # 500 articles and the list of their sources

# Mail

EMAIL_HOST = ""
if env("EMAIL_URL", default=""):
    vars().update(env.email_url("EMAIL_URL"))
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="factcheck@localhost")
FACTCHECK_URL = env("FACTCHECK_URL", default="").rstrip("/")

# Language, time, static files, log

LANGUAGE_CODE = "en-gb"
FORMAT_MODULE_PATH = "factcheck.formats"
TIME_ZONE = env("TIME_ZONE", default="UTC")
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "factcheck.storage.ModuleManifestStorage"
    },
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    # Django's own handlers would mail to nobody, and say nothing unless DEBUG.
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        # Below a warning it tells its housekeeping at every login.
        "axes": {"level": "WARNING"},
        # It tells of every table of a font that it makes smaller.
        "fontTools": {"level": "WARNING"},
    },
}
