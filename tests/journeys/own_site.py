"""The site as a process of its own, over the database of the test, that may be killed."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from django.conf import settings
from django.db import connection

ROOT = Path(settings.BASE_DIR)
PATIENCE_SECONDS = 60


class OwnSite:
    """`url` stays the same from one start to the next."""

    def __init__(self, var_dir: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.url = f"http://localhost:{self.port}"
        self.environment = {
            **os.environ,
            "VAR_DIR": str(var_dir),
            "DATABASE_URL": f"sqlite:///{connection.settings_dict['NAME']}",
            "SECRET_KEY": settings.SECRET_KEY,
            "SITE_ADDRESS": self.url,
            "DJANGO_SETTINGS_MODULE": "amd.settings",
        }
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = ["manage.py", "runserver", f"127.0.0.1:{self.port}", "--noreload"]
        self.process = subprocess.Popen(  # noqa: S603 - our own words
            [sys.executable, *command],
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not self.answers():
            assert self.process.poll() is None, "the site did not start"
            assert time.monotonic() < deadline, "the site does not answer"
            time.sleep(0.1)

    def answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/robots.txt", timeout=5):  # noqa: S310 - our own
                return True
        except OSError:
            return False

    def kill(self) -> None:
        """As a machine that loses its power: nothing is finished or tidied."""
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None
