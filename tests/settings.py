"""Settings of the tests: the site's own, but quick, private and without a network."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

if "AMD_TEST_DIR" not in os.environ:
    # Made by the first process; the workers that it starts share it.
    os.environ["AMD_TEST_DIR"] = tempfile.mkdtemp(prefix="amd-tests-")
    atexit.register(shutil.rmtree, os.environ["AMD_TEST_DIR"], ignore_errors=True)
os.environ["VAR_DIR"] = os.environ["AMD_TEST_DIR"]

from amd.settings import *  # noqa: F403 - all of them, then those that differ
from amd.settings import DATABASES, STATIC_ROOT, STORAGES, VAR_DIR

Path(STATIC_ROOT).mkdir(exist_ok=True)
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["default"] = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
# A browser that is driven by a test types as fast as a program.
FORM_LEAST_SECONDS = 0
SITE_OWNER = {"organisation": "Sample Organisation", "email": "team@example.org"}

DATABASES["default"]["CONN_MAX_AGE"] = 0
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, as in real life: an in-memory database is shared by threads otherwise.
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] += " PRAGMA synchronous=OFF;"
