"""Which decisions a lead may take on a record now, in the order of their buttons."""

from dataclasses import dataclass

from amd.publishing import live
from amd.publishing.models import Publication
from amd.records.models import Move, Record, Status

# These are written to the author on a page of their own, which shows the mail.
WRITTEN = (Move.SEND_BACK, Move.DECLINE)


@dataclass(frozen=True)
class Choice:
    """`done` is said afterwards; a decision about a waiting record leads to the next."""

    move: Move
    label: str
    done: str
    look: str = ""
    leads_on: bool = True

    @property
    def value(self) -> str:
        return self.move.value

    @property
    def is_written(self) -> bool:
        return self.move in WRITTEN


CHOICES = (
    Choice(Move.PUBLISH, "Publish and next", "Published", look="publish"),
    Choice(Move.ACCEPT, "Accept", "Accepted"),
    Choice(Move.ESCALATE, "Escalate", "Escalated"),
    Choice(Move.LIFT, "Lift the escalation", "Escalation lifted", leads_on=False),
    Choice(Move.SEND_BACK, "Send back", "Sent back"),
    Choice(Move.DECLINE, "Decline", "Declined", look="decline"),
)
BY_MOVE = {choice.move: choice for choice in CHOICES}
# Whose words are before a lead to be marked.
MARKED_IN = (Status.SUBMITTED, Status.ACCEPTED, Status.PUBLISHED)


def choices_for(record: Record, public: Publication | None) -> list[Choice]:
    """`public` is its live copy. One query for a case study, else none."""
    return [BY_MOVE[move] for move in _moves(record, public) if record.may(move)]


def _moves(record: Record, public: Publication | None) -> list[Move]:
    moves = [Move.PUBLISH, Move.ACCEPT]
    if record.story.has_criteria:
        moves.append(Move.LIFT if live.is_featured(record) else Move.ESCALATE)
    moves.append(Move.SEND_BACK)
    return moves if public else [*moves, Move.DECLINE]
