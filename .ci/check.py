"""Runs the checks and says what came of each: check.py [lint | soak | bench]"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from steps import IN_CI, PYTHON, ROOT, has_browser, say

POSTGRESQL = [PYTHON, "tests/pgserver.py"]
PYTEST = [PYTHON, "-m", "pytest", "-q"]
# One more than the cores of a small machine: one of them waits for a server or a page.
SIDE_BY_SIDE = ["-n", "3"]
# A quarter of all tests, the slow ones: the drawing engine knows no database.
WITHOUT_DATABASE = "tests/amd/cards"
# What tests/pgserver.py answers where there is no server to be had.
NO_SERVER = 69


class Report:
    """What was run, what failed, what could not be run at all."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.failed = False

    def add(self, name: str, outcome: str, seconds: float) -> None:
        self.lines.append(f"{outcome:<8} {name} ({seconds:.0f} s)")
        self.failed |= outcome == "FAILED"

    def miss(self, name: str, why: str) -> None:
        say(f"\n!!! NOT RUN: {name}: {why}\n")
        self.lines.append(f"NOT RUN  {name}: {why}")
        # Where nobody watches, what was not checked does not pass.
        self.failed |= IN_CI


def run(
    report: Report,
    name: str,
    *command: str | Path,
    env: Mapping[str, str] | None = None,
) -> int:
    say(f"\n==> {name}")
    begun = time.monotonic()
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **(env or {})}, stdin=subprocess.DEVNULL
    )
    if done.returncode == NO_SERVER:
        report.miss(name, "there is no PostgreSQL")
    else:
        outcome = "FAILED" if done.returncode else "ok"
        report.add(name, outcome, time.monotonic() - begun)
    return done.returncode


def lint(report: Report) -> None:
    run(report, "Format", PYTHON, "-m", "ruff", "format", "--check", "--quiet", ".")
    run(report, "Lint", PYTHON, "-m", "ruff", "check", "--quiet", ".")
    run(report, "Types", PYTHON, "-m", "mypy")


def production_settings() -> dict[str, str]:
    lines = (ROOT / "production.env.example").read_text().splitlines()
    pairs = (line.split("=", 1) for line in lines if line and line[0] != "#")
    return {name: value.strip('"') for name, value in pairs}


def settings(report: Report) -> None:
    manage = (PYTHON, "-W", "error", "manage.py")
    run(report, "Migrations", *manage, "makemigrations", "--check", "--dry-run")
    run(
        report, "Production settings", *manage, "check", "--deploy",
        "--fail-level", "WARNING", env=production_settings(),
    )  # fmt: skip


def tests(report: Report, *arguments: str) -> None:
    run(report, "Tests on SQLite", *PYTEST, *arguments, env={"DATABASE_URL": ""})
    run(
        report, "Tests on PostgreSQL", *POSTGRESQL, *PYTEST, *arguments,
        "--ignore", WITHOUT_DATABASE,
    )  # fmt: skip


def journeys(report: Report, *arguments: str) -> None:
    name = "Journeys in a browser, on SQLite"
    if not has_browser():
        report.miss(name, "there is no Chromium")
        return
    run(
        report, name, *PYTEST, *SIDE_BY_SIDE, *arguments, "-m", "browser", "tests",
        env={"DATABASE_URL": ""},
    )  # fmt: skip


def everything(report: Report) -> None:
    lint(report)
    settings(report)
    tests(report, *SIDE_BY_SIDE)
    journeys(report)


def soak(report: Report) -> None:
    os.environ["ROUNDS"] = "200"
    tests(report, "-m", "race")
    journeys(report, "-p", "tests.journeys.slow")


def bench(report: Report) -> None:
    run(report, "Drawing of cards", PYTHON, "-m", "tests.bench")
    pages = (PYTHON, "-m", "tests.bench_gallery")
    run(report, "Public pages on SQLite", *pages, env={"DATABASE_URL": ""})
    run(report, "Public pages on PostgreSQL", *POSTGRESQL, *pages)
    run(report, "Review queue", PYTHON, "-m", "tests.bench_queue")
    run(report, "Packs", PYTHON, "-m", "tests.bench_packs")
    run(report, "Cards for anybody", PYTHON, "-m", "tests.bench_make")


WORK: dict[str, Callable[[Report], None]] = {
    "test": everything,
    "lint": lint,
    "soak": soak,
    "bench": bench,
}


def main() -> int:
    report = Report()
    begun = time.monotonic()
    WORK[sys.argv[1] if len(sys.argv) > 1 else "test"](report)
    say(f"\n==> {(time.monotonic() - begun) / 60:.1f} minutes")
    say("\n".join(report.lines))
    return int(report.failed)


if __name__ == "__main__":
    sys.exit(main())
