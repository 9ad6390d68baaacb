"""Settings of the test suite: the shipped ones, with fast hashing and no work in the background."""

import os
import tempfile

os.environ.setdefault("TAMIZ_DEBUG", "1")
os.environ.setdefault("TAMIZ_DATA_DIR", tempfile.mkdtemp(prefix="tamiz-test-"))

from config import environment, settings
from config.settings import *  # noqa: F403 - the shipped settings are the base of the suite

INSTALLED_APPS = ["tests.flush", *settings.INSTALLED_APPS]  # its `flush` can empty the ledger between tests
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TAMIZ_RECEIPT_COST = 2**4
TAMIZ_JOBS_IN_PROCESS = False
if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # a file, so that threads meet the locks of production
    settings.DATABASES["default"]["TEST"] = {"NAME": str(environment.DATA_DIR / "test.sqlite3")}
