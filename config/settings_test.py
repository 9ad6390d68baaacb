"""Settings of the test suite: the shipped ones, with fast password hashing and no work in the background."""

import os
import tempfile

os.environ.setdefault("TAMIZ_DEBUG", "1")
os.environ.setdefault("TAMIZ_DATA_DIR", tempfile.mkdtemp(prefix="tamiz-test-"))

from config.settings import *  # noqa: F403 - the shipped settings are the base of the suite

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TAMIZ_JOBS_IN_PROCESS = False
