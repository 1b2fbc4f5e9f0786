"""A throw-away PostgreSQL for the tests: python tests/pgserver.py COMMAND...

Runs the command with DATABASE_URL set, and leaves nothing behind. A DATABASE_URL that is
already set is used as it is. PostgreSQL refuses to run as root, so for root it runs in a
user namespace in which we are somebody else: no account is made, no mode is changed. Where
namespaces are off it runs as the account `postgres` of Debian's package.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NOBODY_IN_PARTICULAR = ["unshare", "--user", "--map-user=1000"]
# Nothing here has to outlive the tests, so nothing waits for the disk.
QUICK = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


class NoServerError(Exception):
    """PostgreSQL is not on this machine, or cannot be run by this account."""


def program_folder() -> Path:
    """Where initdb, pg_ctl and postgres are: Debian's package first, newest first."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    if found := shutil.which("initdb"):
        folders.append(Path(found).resolve().parent)
    for folder in folders:
        if all((folder / name).exists() for name in ("initdb", "pg_ctl", "postgres")):
            return folder
    raise NoServerError("PostgreSQL is not installed (apt-get install postgresql)")


def prefix_for(folder: Path) -> list[str]:
    """What to put before a command so that it does not run as root."""
    if os.geteuid() != 0:
        return []
    works = subprocess.run([*NOBODY_IN_PARTICULAR, "true"], capture_output=True)
    if works.returncode == 0:
        return NOBODY_IN_PARTICULAR
    try:
        shutil.chown(folder, "postgres")
    except LookupError as error:
        raise NoServerError(
            "root cannot run PostgreSQL here: no namespaces, and no account 'postgres'"
        ) from error
    return ["runuser", "-u", "postgres", "--"]


def run(*command: str | Path) -> None:
    done = subprocess.run(command, cwd="/tmp", capture_output=True, text=True)  # noqa: S108 - any folder that everybody may enter
    if done.returncode:
        raise NoServerError(f"{command[-1]}: {done.stdout}{done.stderr}".strip())


@contextmanager
def server() -> Iterator[str]:
    """The address of a running server, which is stopped and deleted afterwards."""
    programs = program_folder()
    # A short path: the name of a socket has at most 107 bytes.
    base = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    data = base / "data"
    try:
        prefix = prefix_for(base)
        control = [*prefix, programs / "pg_ctl", "-D", data]
        run(
            *prefix,
            programs / "initdb",
            "-D",
            data,
            "-U",
            "test",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
        )
        options = f"-k {base} -c listen_addresses='' -c max_connections=60 {QUICK}"
        run(*control, "-l", base / "log", "-w", "-o", options, "start")
        try:
            yield f"postgres://test@/postgres?host={base}"
        finally:
            run(*control, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(base, ignore_errors=True)


def stop(*_: Any) -> None:
    raise SystemExit(143)


def main(command: list[str]) -> int:
    if not command:
        print(__doc__)
        return 2
    if os.environ.get("DATABASE_URL"):
        return subprocess.run(command).returncode
    # Ended from outside, the server must not stay behind.
    signal.signal(signal.SIGTERM, stop)
    try:
        with server() as url:
            return subprocess.run(
                command, env={**os.environ, "DATABASE_URL": url}
            ).returncode
    except NoServerError as error:
        print(f"No PostgreSQL: {error}", file=sys.stderr)
        return 69


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
