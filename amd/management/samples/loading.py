"""Load every sample, the best last: the newest stand first on the home page."""

import json
from itertools import zip_longest
from pathlib import Path

from amd.campaign import data
from amd.campaign.roles import make_groups

from .case_studies import make_case_study
from .champions import make_prospect
from .endorsements import make_endorsement
from .places import make_organisations
from .staff import make_staff
from .steps import Row

FOLDER = Path(data.__file__).parent / "samples"


def load_samples() -> dict[str, int]:
    """What was added of each thing; all zero when they are there."""
    make_groups()
    added = {
        "staff": make_staff(),
        "organisations": make_organisations(),
        "prospects": sum(map(make_prospect, rows("champions"))),
        "endorsements": 0,
        "case studies": 0,
    }
    for endorsement, case_study in _in_turn():
        added["case studies"] += bool(case_study and make_case_study(case_study))
        added["endorsements"] += bool(endorsement and make_endorsement(endorsement))
    return added


def _in_turn() -> list[tuple[Row | None, Row | None]]:
    """A case study after every second endorsement, from the end of both files."""
    endorsements, case_studies = rows("endorsements"), rows("case_studies")
    spread = [row for case_study in case_studies for row in (None, case_study)]
    return list(zip_longest(endorsements, spread))[::-1]


def rows(name: str) -> list[Row]:
    """The samples of one kind, the best first."""
    text = (FOLDER / f"{name}.json").read_text(encoding="utf-8")
    found: list[Row] = json.loads(text)
    return found
