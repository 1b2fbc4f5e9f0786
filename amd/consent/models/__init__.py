"""The answers of people, and the questions that asked for them."""

from .answers import (
    END_AFTER,
    OWN,
    REVIEW_AFTER,
    VOUCHED,
    ConsentRecord,
    Method,
    Use,
    erase_details,
)
from .questions import Reminder, SignOff, close_open, erase_questions

__all__ = [
    "END_AFTER",
    "OWN",
    "REVIEW_AFTER",
    "VOUCHED",
    "ConsentRecord",
    "Method",
    "Reminder",
    "SignOff",
    "Use",
    "close_open",
    "erase_details",
    "erase_questions",
]
