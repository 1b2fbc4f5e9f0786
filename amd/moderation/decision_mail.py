"""The mail that a decision sends to the author, as a lead reads it before it goes."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from amd.campaign.models import Reason
from amd.mail import words
from amd.mail.words import Mail
from amd.records.models import Move, Record

from .decided import note_for_author
from .decision_choices import Choice
from .links import site_address

# Stands for an address that is its author's alone.
PRIVATE_LINK = "[their private link]"

WRITERS: dict[Move, Callable[..., Mail]] = {
    Move.PUBLISH: words.published,
    Move.ACCEPT: words.accepted,
    Move.ESCALATE: words.accepted,
    Move.SEND_BACK: words.sent_back,
    Move.DECLINE: words.declined,
}


@dataclass(frozen=True)
class Letter:
    """To whom, and every word but the private link."""

    to: str
    subject: str
    body: str

    def digest(self) -> str:
        """Other words or another reader, another digest."""
        parts = "\0".join((self.to, self.subject, self.body))
        return hashlib.sha256(parts.encode()).hexdigest()


def letter_of(
    record: Record,
    move: Move,
    *,
    reason: Reason | None = None,
    note: str = "",
    comments: Mapping[str, str] | None = None,
) -> Letter:
    """What the move would queue now; `to` is "" where no address is known."""
    details = {
        Move.PUBLISH: {
            "link": PRIVATE_LINK,
            "page": site_address(record.story.get_absolute_url()),
        },
        Move.ACCEPT: {"link": PRIVATE_LINK},
        Move.ESCALATE: {"link": PRIVATE_LINK},
        Move.SEND_BACK: {
            "link": PRIVATE_LINK,
            "reason": reason.text if reason else "",
            "note": note_for_author(record.story, note, comments or {}),
        },
        Move.DECLINE: {
            "link": PRIVATE_LINK,
            "reason": reason.text if reason else "",
            "note": note,
        },
    }[move]
    mail = WRITERS[move](
        name=record.author_name,
        kind=record.get_kind_display().lower(),
        reference=record.shown_reference,
        **details,
    )
    return Letter(record.author_email, mail.subject, mail.body)


def sends_mail(record: Record, move: Move) -> bool:
    """Whether the author is written to: not twice that it is accepted, nor of a lift."""
    if move == Move.ESCALATE:
        return record.may(Move.ACCEPT)
    return move in WRITERS


def letters_for(record: Record, choices: Iterable[Choice]) -> list[tuple[str, Letter]]:
    """(which buttons send it, the mail) of what is decided with one click."""
    letters: dict[Letter, list[str]] = {}
    for choice in choices:
        if not choice.is_written and sends_mail(record, choice.move):
            letter = letter_of(record, choice.move)
            letters.setdefault(letter, []).append(choice.label)
    return [
        (" or ".join(f"“{label}”" for label in labels), letter)
        for letter, labels in letters.items()
    ]
