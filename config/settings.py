"""Django settings; what an operator may change stands in ``environment.py``."""

import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from config import environment
from config.environment import BASE_DIR, DATA_DIR, HTTPS, env


def _secret_key() -> str:
    """Return the configured key, else one made once for this data directory and kept there for its owner alone."""
    if environment.SECRET_KEY:
        return environment.SECRET_KEY
    path = DATA_DIR / "secret-key"
    if not path.exists():
        DATA_DIR.mkdir(parents=True, exist_ok=True)
        descriptor, draft = tempfile.mkstemp(dir=DATA_DIR)  # readable by its owner alone
        with os.fdopen(descriptor, "w") as stream:
            stream.write(secrets.token_urlsafe(50))
        with suppress(FileExistsError):  # another process was first: its key counts
            os.link(draft, path)
        Path(draft).unlink()
    return path.read_text()


SECRET_KEY: Final = _secret_key()
DEBUG = False  # Django's own fault pages show code and settings, and break the API's problem details
TAMIZ_DEBUG = environment.DEBUG
ALLOWED_HOSTS = environment.ALLOWED_HOSTS
CSRF_TRUSTED_ORIGINS = environment.CSRF_TRUSTED_ORIGINS
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

INSTALLED_APPS = [
    "kernel",
    "importers",
    "cases",
    "indicators",
    "resolutions",
    "screening",
    "config",
    "allauth",
    "allauth.account",
    "django_htmx",
    "csp",
    "ninja",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",  # every page is closed unless it says otherwise
    "django.middleware.csrf.CsrfViewMiddleware",  # reads what was sent: only of those whom the gate let in
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "kernel.middleware.KeptPrivate",
    "kernel.middleware.DomainErrorPages",
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.navigation.navigation",
            ],
        },
    }
]

# SQLite: WAL and immediate transactions let readers and one writer live together without "database is locked"
SQLITE_OPTIONS: Final = {
    "timeout": 20,
    "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA foreign_keys=ON;",
}
DATABASES: dict[str, dict[str, Any]] = {
    "default": env.dj_db_url("DATABASE_URL", f"sqlite:///{DATA_DIR / 'tamiz.sqlite3'}")
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS
    Path(DATABASES["default"]["NAME"]).parent.mkdir(parents=True, exist_ok=True)

CACHES = {  # shared by all workers, so that rate limits count once
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}
}

AUTH_USER_MODEL = "kernel.Account"
AUTHENTICATION_BACKENDS = ["kernel.accounts.AccountBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "kernel.accounts.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = "username"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "home"

# Without a mail server a link is shown where the server was started in debug mode; elsewhere the page says so.
EMAIL_BACKEND = f"django.core.mail.backends.{'console' if DEBUG and not environment.SMTP_HOST else 'smtp'}.EmailBackend"
EMAIL_HOST = environment.SMTP_HOST
EMAIL_PORT = environment.SMTP_PORT
EMAIL_HOST_USER = environment.SMTP_USER
EMAIL_HOST_PASSWORD = environment.SMTP_PASSWORD
EMAIL_USE_TLS = environment.SMTP_TLS
EMAIL_TIMEOUT = 10  # seconds: somebody waits for the page
DEFAULT_FROM_EMAIL = environment.MAIL_FROM

# Limits on attempts count by the sender's address: without a proxy the headers that name one are the sender's invention
ALLAUTH_TRUSTED_PROXY_COUNT = environment.PROXIES
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if environment.PROXIES else None
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_AGE = 8 * 3600  # a working day
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

LANGUAGE_CODE = "es-mx"
LANGUAGES = [("es-mx", _("Español")), ("en", _("Inglés"))]
LOCALE_PATHS = [
    BASE_DIR / app / "locale" for app in ("kernel", "importers", "cases", "resolutions", "screening", "config")
]
TIME_ZONE = "America/Mexico_City"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # a missing one is warned of at every start
WHITENOISE_USE_FINDERS = TAMIZ_DEBUG
WHITENOISE_AUTOREFRESH = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TAMIZ_DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
MEDIA_ROOT = DATA_DIR / "documents"
TAMIZ_RUN_FILES = DATA_DIR / "runs"  # files of finished runs, which can be made anew
LOGGING = {  # faults reach the terminal or the journal; Django alone would mail them to nobody
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"stamina": {"level": "ERROR"}},  # each retry of a fetch; the command tells of the outcome
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["kernel.uploads.KnownSenderUploadHandler"]

TAMIZ_RECEIPT_KEY = environment.RECEIPT_KEY or SECRET_KEY
TAMIZ_RECEIPT_COST = 2**15  # of scrypt: 32 MiB and a tenth of a second for each receipt that is tried
TAMIZ_JOBS_IN_PROCESS = environment.JOBS_IN_PROCESS
TAMIZ_UPLOAD_LIMIT = environment.UPLOAD_LIMIT
TAMIZ_LIST_URLS = environment.LIST_URLS
TAMIZ_LIST_STALE_DAYS = environment.LIST_STALE_DAYS
TAMIZ_EFIRMA_AUTHORITIES = environment.EFIRMA_AUTHORITIES
TAMIZ_EFIRMA_REVOKED = environment.EFIRMA_REVOKED
TAMIZ_EFIRMA_OCSP = environment.EFIRMA_OCSP
TAMIZ_PDF_FONTS = environment.PDF_FONTS
TAMIZ_PUBLIC_URL = environment.PUBLIC_URL
