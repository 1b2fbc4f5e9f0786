"""Settings: everything works with no environment at all, on SQLite, for one machine.

With DEBUG=false the site refuses to start until the secrets and hosts are given.
"""

from pathlib import Path

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

from amd.env import env_bool, env_int, env_list, env_secret, env_text

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(env_text("VAR_DIR") or BASE_DIR / "var")
VAR_DIR.mkdir(parents=True, exist_ok=True)

DEBUG = env_bool("DEBUG", default=True)
SECRET_KEY = env_secret("SECRET_KEY")
ALLOWED_HOSTS = env_list("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = env_list("CSRF_TRUSTED_ORIGINS")
if DEBUG:
    SECRET_KEY = SECRET_KEY or "for-one-machine-only-0123456789-abcdefghijklmnopqrstuvw"
    ALLOWED_HOSTS = ALLOWED_HOSTS or ["*"]
if not SECRET_KEY:
    raise ImproperlyConfigured("Set SECRET_KEY (or SECRET_KEY_FILE): DEBUG is off")
if not ALLOWED_HOSTS:
    raise ImproperlyConfigured(
        "Set ALLOWED_HOSTS to the site's host names: DEBUG is off"
    )

# What the site calls itself; printed on cards and in mails.
SITE_NAME = env_text("SITE_NAME", "#AMillionDecisions")
SITE_ADDRESS = env_text("SITE_ADDRESS", "http://127.0.0.1:8000").rstrip("/")
# Stands on the cards; never a local host.
CARD_ADDRESS = env_text("CARD_ADDRESS", "amilliondecisions.example")
# What is the campaign's own, for a sister campaign with other words.
CAMPAIGN_HASHTAG = env_text("CAMPAIGN_HASHTAG", "#AMillionDecisions")
CAMPAIGN_CLAIM = env_text(
    "CAMPAIGN_CLAIM", "A million decisions a day, and every one deserves evidence"
)
CAMPAIGN_PARTNERS = env_text(
    "CAMPAIGN_PARTNERS",
    "Health Education England and CILIP, the library and information association, "
    "began the campaign together.",
)
CAMPAIGN_DUTIES = env_text(
    "CAMPAIGN_DUTIES",
    "The Health and Social Care Act 2012 makes the Secretary of State promote research "
    "and the use of evidence obtained from it. Since the Health and Care Act 2022 each "
    "integrated care board must facilitate or promote both.",
)

# Who answers for the site, and what its statements say: no claim is made for them, and
# `check --deploy` fails while one that the law asks for is empty. Dates as people read them.
SITE_OWNER = {
    "organisation": env_text("SITE_ORGANISATION"),
    "email": env_text("SITE_EMAIL"),
}
SITE_ACCESSIBILITY = {
    "status": env_text("ACCESSIBILITY_STATUS"),
    "tested_on": env_text("ACCESSIBILITY_TESTED_ON"),
    "tested_by": env_text("ACCESSIBILITY_TESTED_BY"),
    "problems": env_text("ACCESSIBILITY_PROBLEMS"),
    "prepared_on": env_text("ACCESSIBILITY_PREPARED_ON"),
}
SITE_PRIVACY = {
    "protection_officer": env_text("DATA_PROTECTION_EMAIL"),
    "updated_on": env_text("PRIVACY_UPDATED_ON"),
}

INSTALLED_APPS = [
    "amd",
    "amd.campaign",
    "amd.web",
    "amd.pictures",
    "amd.mail",
    "amd.staff",
    "amd.records",
    "amd.consent",
    "amd.publishing",
    "amd.moderation",
    "endorsements",
    "casestudies",
    "amd.gallery",
    "amd.open_data",
    "amd.comms",
    "crispy_forms",
    "whitenoise.runserver_nostatic",
    "amd.admin_app.AdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "amd.web.policy.policy_headers",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "amd.web.too_much.say_too_much",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "amd.urls"
WSGI_APPLICATION = "amd.wsgi.application"

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
                "amd.web.context.site",
            ],
        },
    },
]

# SQLite: one writer at a time waits its turn instead of failing (measured: with
# Django's own settings 43 % of rival read-then-write transactions were refused).
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; "
        "PRAGMA journal_size_limit=67108864;"
    ),
}
DATABASES = {
    "default": dj_database_url.parse(
        env_text("DATABASE_URL") or f"sqlite:///{VAR_DIR / 'amd.sqlite3'}",
        conn_max_age=60,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "campaign.User"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "admin:login"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
DATE_FORMAT = "j F Y"

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static" / "build"]
# Our pages alone load them.
WHITENOISE_ALLOW_ALL_ORIGINS = False

# Private files: uploads and drawn cards, each served only by a view that asks first.
MEDIA_ROOT = VAR_DIR / "private"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "amd.web.static.HashedStaticStorage"
    },
}
UPLOAD_MAX_BYTES = 15 * 1024 * 1024
UPLOADS_NEVER_ON_DISK = ("/make/",)
FILE_UPLOAD_HANDLERS = [
    "amd.pictures.handler.BytesLimit",
    "amd.pictures.handler.NeverOnDisk",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
# The longest answers together are a few thousand words; whatever is more is no form.
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200
DATA_UPLOAD_MAX_NUMBER_FILES = 2
# A public form that comes back sooner was filled in by a program, or looks like it.
FORM_LEAST_SECONDS = 3

EMAIL_BACKEND = env_text(
    "EMAIL_BACKEND",
    "django.core.mail.backends.smtp.EmailBackend"
    if not DEBUG
    else "django.core.mail.backends.dummy.EmailBackend",
)
EMAIL_HOST = env_text("EMAIL_HOST", "localhost")
EMAIL_PORT = env_int("EMAIL_PORT", default=25)
EMAIL_HOST_USER = env_text("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = env_secret("EMAIL_HOST_PASSWORD")
EMAIL_USE_TLS = env_bool("EMAIL_USE_TLS", default=False)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env_text(
    "DEFAULT_FROM_EMAIL", "campaign@amilliondecisions.example"
)

# Widgets of our own have their templates beside all others.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = ["nhsuk"]
CRISPY_TEMPLATE_PACK = "nhsuk"
CRISPY_FAIL_SILENTLY = False

# How many proxies of ours stand in front (0: the address is the client's own).
TRUSTED_PROXIES = env_int("TRUSTED_PROXIES", default=0)
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "amd.web.views.csrf_failure"
# HSTS for subdomains and preloading reach other sites of an organisation's domain:
# a choice of the person who runs it, by the two variables below.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
if not DEBUG:
    SECURE_SSL_REDIRECT = env_bool("SECURE_SSL_REDIRECT", default=True)
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
    SECURE_HSTS_SECONDS = env_int("SECURE_HSTS_SECONDS", default=63072000)
    SECURE_HSTS_INCLUDE_SUBDOMAINS = env_bool("SECURE_HSTS_SUBDOMAINS", default=False)
    SECURE_HSTS_PRELOAD = env_bool("SECURE_HSTS_PRELOAD", default=False)
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME = "__Host-sessionid"
    CSRF_COOKIE_NAME = "__Host-csrftoken"
    if TRUSTED_PROXIES:
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# Lines to standard error, without private links and people's addresses.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "amd.web.logs.PrivateFormatter",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        }
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line"},
        "nowhere": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "INFO", "propagate": False},
        # Anybody can send a wrong Host header: it is answered with a 400, that is all.
        "django.security.DisallowedHost": {
            "handlers": ["nowhere"],
            "propagate": False,
        },
        "django.server": {
            "handlers": ["console"],
            "level": "INFO",
            "propagate": False,
        },
    },
}
