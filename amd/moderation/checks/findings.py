"""What a check found: a block stops the publication, a warning waits for a reason."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum


class Weight(StrEnum):
    BLOCK = "block"
    WARN = "warn"


@dataclass(frozen=True)
class Finding:
    """One thing to judge, as a sentence without a full stop.

    `field` is the question in which it stands, `around` the sentence it was seen in,
    `words` what is to be looked at in it, `url` where to compare it.
    """

    code: str
    weight: Weight
    sentence: str
    found: str
    field: str = ""
    around: str = ""
    url: str = ""
    words: str = ""

    @property
    def is_block(self) -> bool:
        return self.weight == Weight.BLOCK

    @property
    def key(self) -> str:
        """SHA-256 of the check and of what it found: other words, another warning."""
        whole = f"{self.code}\0{self.found}"
        return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()


def drawing(problem: str) -> Finding:
    """What keeps the card from being drawn, as the engine says it."""
    return Finding("drawing", Weight.BLOCK, problem.rstrip("."), problem)
