"""Rows of the review desk."""

from .asking import ColleagueQuestion, PublishingHold
from .deciding import Claim, DecidedWords, FieldComment, TextPrint, WarningPassed
from .lost_link import LinksAsked
from .marks import CORE_CRITERIA, Criterion, CriterionMark
from .queue import QueueEntry
from .suspected import Suspected
from .times import DigestSent, NightlyRun, ReviewTimes

__all__ = [
    "CORE_CRITERIA",
    "Claim",
    "ColleagueQuestion",
    "Criterion",
    "CriterionMark",
    "DecidedWords",
    "DigestSent",
    "FieldComment",
    "LinksAsked",
    "NightlyRun",
    "PublishingHold",
    "QueueEntry",
    "ReviewTimes",
    "Suspected",
    "TextPrint",
    "WarningPassed",
]
