"""The words of every mail: plain strings in, a subject and a body out."""

from .authors import accepted, declined, published, receipt, sent_back, withdrawn
from .letter import KEEP_LINK, Mail, letter
from .people import sign_off_answered, sign_off_kept, sign_off_request
from .staff import account_opened, invitation, password_reset, report

__all__ = [
    "KEEP_LINK",
    "Mail",
    "accepted",
    "account_opened",
    "declined",
    "invitation",
    "letter",
    "password_reset",
    "published",
    "receipt",
    "report",
    "sent_back",
    "sign_off_answered",
    "sign_off_kept",
    "sign_off_request",
    "withdrawn",
]
