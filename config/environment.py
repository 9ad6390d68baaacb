"""The environment, read once: every switch an operator has, with its default."""

from pathlib import Path
from typing import Final

from environs import Env

BASE_DIR: Final = Path(__file__).resolve().parent.parent
env: Final = Env()
env.read_env(str(BASE_DIR / ".env"), recurse=False)

DEBUG: Final = env.bool("TAMIZ_DEBUG", False)
SECRET_KEY: Final = env.str("TAMIZ_SECRET_KEY", "")
RECEIPT_KEY: Final = env.str("TAMIZ_RECEIPT_KEY", "")  # receipts of tips hang on it; never in the database
ALLOWED_HOSTS: Final = env.list("TAMIZ_ALLOWED_HOSTS", ["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS: Final[list[str]] = env.list("TAMIZ_TRUSTED_ORIGINS", [])
HTTPS: Final = env.bool("TAMIZ_HTTPS", not DEBUG)
PROXIES: Final = env.int("TAMIZ_PROXIES", 0)  # reverse proxies in front whose X-Forwarded-* headers are true
DATA_DIR: Final = Path(env.str("TAMIZ_DATA_DIR", str(BASE_DIR / "var")))
JOBS_IN_PROCESS: Final = env.bool("TAMIZ_JOBS_IN_PROCESS", True)
SMTP_HOST: Final = env.str("TAMIZ_SMTP_HOST", "")  # sends the links that restore a password
SMTP_PORT: Final = env.int("TAMIZ_SMTP_PORT", 587)
SMTP_USER: Final = env.str("TAMIZ_SMTP_USER", "")
SMTP_PASSWORD: Final = env.str("TAMIZ_SMTP_PASSWORD", "")
SMTP_TLS: Final = env.bool("TAMIZ_SMTP_TLS", True)
MAIL_FROM: Final = env.str("TAMIZ_MAIL_FROM", "tamiz@localhost")
UPLOAD_LIMIT: Final = env.int("TAMIZ_UPLOAD_LIMIT_BYTES", 512 * 1024 * 1024)
LIST_URLS: Final = {
    "uflpa": env.str("TAMIZ_UFLPA_URL", "https://www.dhs.gov/uflpa-entity-list"),
    "wro": env.str(
        "TAMIZ_WRO_URL",
        "https://www.cbp.gov/document/stats/withhold-release-orders-findings",  # the page; the file changes its name
    ),
}
LIST_STALE_DAYS: Final = env.int("TAMIZ_LIST_STALE_DAYS", 14)  # agencies amend these lists every few weeks
EFIRMA_AUTHORITIES: Final = Path(env.str("TAMIZ_EFIRMA_AUTHORITIES", str(DATA_DIR / "authorities")))
EFIRMA_REVOKED: Final = env.str("TAMIZ_EFIRMA_REVOKED", "")  # a file of revoked numbers, one a line
EFIRMA_OCSP: Final = env.str("TAMIZ_EFIRMA_OCSP", "")  # the SAT keeps its own for agencies: nobody is asked by default
PDF_FONTS: Final[list[str]] = env.list("TAMIZ_PDF_FONTS", [])  # TrueType files, embedded for what Vera lacks
PUBLIC_URL: Final = env.str("TAMIZ_PUBLIC_URL", "http://127.0.0.1:8000").rstrip("/")  # where the QR of documents leads
