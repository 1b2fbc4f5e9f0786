"""Starts the site and its worker, which live and die together: serve.py PORT"""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from typing import Any

from steps import PYTHON, ROOT, StepFailedError, run_quietly, say, step

HOST = "127.0.0.1"
PATIENCE_SECONDS = 60
FAREWELL_SECONDS = 10


def check_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise StepFailedError(
                f"Port {port} cannot be used ({error.strerror}). Take another one:\n"
                f"    make run PORT={port + 1}"
            ) from error


def manage(*arguments: str) -> subprocess.Popen[bytes]:
    # Its own group, so that a reloader's child is ended with it.
    return subprocess.Popen(
        [PYTHON, "manage.py", *arguments],
        cwd=ROOT,
        process_group=0,
        stdin=subprocess.DEVNULL,
    )


def answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(
            f"http://{HOST}:{port}/healthz", timeout=5
        ) as answer:
            return answer.status == 200
    except OSError:
        return False


def end(processes: list[subprocess.Popen[bytes]]) -> None:
    for sign in (signal.SIGTERM, signal.SIGKILL):
        for process in processes:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, sign)
        deadline = time.monotonic() + FAREWELL_SECONDS
        while time.monotonic() < deadline:
            if all(process.poll() is not None for process in processes):
                return
            time.sleep(0.05)


def first_to_end(processes: list[subprocess.Popen[bytes]]) -> subprocess.Popen[bytes]:
    while True:
        for process in processes:
            if process.poll() is not None:
                return process
        time.sleep(0.2)


def wait_until_ready(port: int, processes: list[subprocess.Popen[bytes]]) -> bool:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        if any(process.poll() is not None for process in processes):
            return False
        if answers(port):
            return True
        time.sleep(0.2)
    return False


def interrupt(*_: Any) -> None:
    raise KeyboardInterrupt


def main() -> int:
    port = int(sys.argv[1])
    os.environ.setdefault("DJANGO_RUNSERVER_HIDE_WARNING", "true")
    os.environ.setdefault("SITE_ADDRESS", f"http://{HOST}:{port}")
    step(f"Port {port}", lambda: check_port(port))
    step(
        "Database, campaign and samples",
        lambda: run_quietly(PYTHON, "manage.py", "set_up"),
    )
    # Said outright: a shell without job control starts us with Ctrl-C ignored.
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, interrupt)
    say("==> Site and worker")
    processes = [manage("runserver", f"{HOST}:{port}"), manage("work")]
    try:
        if wait_until_ready(port, processes):
            subprocess.run([PYTHON, "manage.py", "show_places"], cwd=ROOT)
        ended = first_to_end(processes)
        say(f"*** {' '.join(map(str, ended.args[2:]))} ended, so everything stops")  # type: ignore[index]
        return ended.returncode or 1
    except KeyboardInterrupt:
        say("\nStopped. Everything is kept: make run goes on from here.")
        return 0
    finally:
        end(processes)


if __name__ == "__main__":
    sys.exit(main())
