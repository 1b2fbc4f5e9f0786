"""What the paths inside a ZIP must be, so that any system unpacks them."""

import re

from amd.publishing.packs.names import LONGEST_PATH

RESERVED = {"con", "prn", "aux", "nul"}
RESERVED |= {f"{name}{number}" for name in ("com", "lpt") for number in range(10)}


def problems_with(paths):
    """A line for each rule that a path breaks."""
    problems = []
    seen = set()
    for path in paths:
        parts = path.split("/")
        rules = {
            "not plain letters": not re.fullmatch(r"[A-Za-z0-9./-]+", path),
            "absolute or climbing": path.startswith("/") or ".." in parts,
            "reserved on Windows": any(
                part.partition(".")[0].lower() in RESERVED for part in parts
            ),
            "ends in a dot": any(part.endswith(".") for part in parts),
            "too long": len(path) > LONGEST_PATH,
            "twice": path.lower() in seen,
        }
        seen.add(path.lower())
        problems += [f"{rule}: {path}" for rule, broken in rules.items() if broken]
    return problems
