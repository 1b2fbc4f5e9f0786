"""One step of a set-up or a check: named while it runs, timed, explained when it fails."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
IN_CI = os.environ.get("CI", "").lower() == "true"

# The first has no window to draw: the journeys take four fifths of the time in it.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser")


def has_browser(*names: str) -> bool:
    return any(map(shutil.which, names or BROWSERS))


class StepFailedError(Exception):
    """What went wrong, in words for the person at the terminal."""


def say(words: str) -> None:
    print(words, flush=True)


def step(title: str, work: Callable[[], None]) -> None:
    """Do the work under its title; a failure ends the program with its reason."""
    say(f"==> {title}")
    begun = time.monotonic()
    try:
        work()
    except StepFailedError as error:
        say(f"\n*** FAILED: {title}\n{error}")
        sys.exit(1)
    seconds = time.monotonic() - begun
    if seconds >= 1:
        say(f"    done in {seconds:.0f} s")


def run_quietly(
    *command: str | Path, env: Mapping[str, str] | None = None, advice: str = ""
) -> None:
    """Run a command; only when it fails its last lines and the advice are shown."""
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        said = "\n".join(done.stdout.strip().splitlines()[-25:])
        words = " ".join(str(part) for part in command)
        raise StepFailedError("\n".join(filter(None, (said, f"($ {words})", advice))))
