"""Who and where: people with an account, places, the campaign's own facts and lists."""

from .facts import Event, KeyMessage, Outcome, Phase, PublicVersion, Resource, Supporter
from .lists import ConsentWording, Reason, Term
from .people import User
from .places import LibraryService, Organisation, Region

__all__ = [
    "ConsentWording",
    "Event",
    "KeyMessage",
    "LibraryService",
    "Organisation",
    "Outcome",
    "Phase",
    "PublicVersion",
    "Reason",
    "Region",
    "Resource",
    "Supporter",
    "Term",
    "User",
]
