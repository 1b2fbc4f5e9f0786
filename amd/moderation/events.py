"""One line of what happened to a record, whoever tells it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Event:
    """No e-mail address stands in any of them."""

    at: datetime
    what: str
    by: str = ""
    reason: str = ""
    note: str = ""
    asked: tuple[tuple[str, str], ...] = ()
