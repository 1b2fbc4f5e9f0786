"""The words of every mail: plain strings in, a subject and a body out."""

from .authors import accepted, declined, published, receipt, sent_back, withdrawn
from .letter import KEEP_LINK, Mail, letter
from .people import (
    consent_ended,
    consent_ends,
    consent_review,
    sign_off_answered,
    sign_off_kept,
    sign_off_link,
    sign_off_request,
)
from .staff import (
    account_opened,
    agreement_changed,
    consent_needs_asking,
    invitation,
    new_work,
    password_reset,
    report,
    sign_off_wanted,
    taken_down_at_end,
)

__all__ = [
    "KEEP_LINK",
    "Mail",
    "accepted",
    "account_opened",
    "agreement_changed",
    "consent_ended",
    "consent_ends",
    "consent_needs_asking",
    "consent_review",
    "declined",
    "invitation",
    "letter",
    "new_work",
    "password_reset",
    "published",
    "receipt",
    "report",
    "sent_back",
    "sign_off_answered",
    "sign_off_kept",
    "sign_off_link",
    "sign_off_request",
    "sign_off_wanted",
    "taken_down_at_end",
    "withdrawn",
]
