"""The one step that every move takes: check, conditional UPDATE, Decision."""

from typing import Any

from django.db.models import F
from django.utils import timezone

from amd.campaign.models import Reason, User
from amd.records.errors import AlreadyDecided, MoveNotAllowed
from amd.records.models import ALLOWED_MOVES, Decision, Move, Record, Role, Status

from .claims import let_go, refuse_if_claimed
from .suspected import settle

# What an author or another person may do; a lead may do all but act for them.
# Whoever agrees to less takes down what is left of it, where that cannot be public.
MOVES_OF_AUTHORS = {
    Move.SUBMIT,
    Move.EDIT,
    Move.REVISE,
    Move.TAKE_DOWN,
    Move.WITHDRAW,
}
# What waits for whoever has claimed it.
DECISIONS = {
    Move.ACCEPT,
    Move.ESCALATE,
    Move.PUBLISH,
    Move.SEND_BACK,
    Move.DECLINE,
}
MOVES_OF: dict[Role, set[Move]] = {
    Role.AUTHOR: MOVES_OF_AUTHORS,
    Role.QUOTED_PERSON: {Move.REMOVE_QUOTED_PERSON, Move.TAKE_DOWN, Move.WITHDRAW},
    Role.NIGHTLY: {Move.TAKE_DOWN},
    Role.SET_UP: set(Move),
    Role.LEAD: set(Move),
}


def take(
    record: Record,
    move: Move,
    *,
    by: User | Role,
    seen_version: int,
    note: str = "",
    reason: Reason | None = None,
    target: Status | None = None,
) -> Decision:
    """Move the row if it is still as this person saw it; call inside a transaction.

    Raises MoveNotAllowed for a wrong start or person, AlreadyDecided for a stale
    version, ClaimedByAnother for a decision about what somebody else is reading.
    """
    role = by if isinstance(by, Role) else Role.LEAD
    check_allowed(record, move, role)
    if move in DECISIONS and isinstance(by, User):
        # Whoever claims it at this moment waits for the decision, or it for them.
        hold(record, seen_version=seen_version)
        refuse_if_claimed(record, by=by)
    came_from = Status(record.status)
    to = target or ALLOWED_MOVES[move][came_from]
    changes: dict[str, Any] = {"status": to, "version": F("version") + 1}
    if move == Move.SUBMIT:
        changes["submitted_at"] = timezone.now()
    raise_version(record, seen_version=seen_version, came_from=came_from, **changes)
    record.status = to
    if move in DECISIONS and isinstance(by, User):
        let_go(record, by=by)
    if isinstance(by, User):
        settle(record, move, by=by)
    return Decision.objects.create(
        record_id=record.pk,
        move=move,
        from_status=came_from,
        to_status=to,
        version=record.version,
        role=role,
        user=by if isinstance(by, User) else None,
        reason=reason,
        note=note,
    )


def check_allowed(record: Record, move: Move, role: Role) -> None:
    if record.may(move) and move in MOVES_OF[role]:
        return
    legal = ", ".join(m.value for m in Move if record.may(m)) or "nothing"
    raise MoveNotAllowed(
        f"{record.shown_reference} cannot {move.value} from {record.status} "
        f"by {role.value}; allowed: {legal}",
        sentence=(
            f"Not changed: this {record.get_kind_display().lower()} is "
            f"{record.get_status_display().lower()}."
        ),
    )


def raise_version(
    record: Record,
    *,
    seen_version: int,
    came_from: Status | None = None,
    **changes: Any,
) -> None:
    """Update the parent row where the version still holds, or raise AlreadyDecided."""
    rows = Record.objects.filter(pk=record.pk, version=seen_version)
    if came_from:
        rows = rows.filter(status=came_from)
    if not rows.update(**(changes or {"version": F("version") + 1})):
        raise already_decided(record)
    record.version = seen_version + 1


def hold(record: Record, *, seen_version: int) -> None:
    """Keep the row as it was seen until the transaction ends, or raise AlreadyDecided.

    For what belongs to these words and changes nothing about them: it waits for a move
    that is under way, and a move waits for it.
    """
    seen = Record.objects.filter(pk=record.pk, version=seen_version)
    if not seen.update(version=F("version")):
        raise already_decided(record)


def already_decided(record: Record) -> AlreadyDecided:
    """The error that says who was first. One query."""
    last = (
        Decision.objects.filter(record_id=record.pk)
        .select_related("user")
        .order_by("-pk")
        .first()
    )
    kind = record.get_kind_display().lower()
    sentence = (
        f"Not changed: this {kind} has changed since you opened it. Read it again."
    )
    if last:
        when = timezone.localtime(last.made_at)
        who = last.user or last.get_role_display()
        sentence = (
            f"Not changed: {who} was first ({last.get_move_display().lower()}, "
            f"{when:%H:%M on %-d %B}). Read it again before you decide."
        )
    return AlreadyDecided(
        f"{record.shown_reference} is no longer at the version seen", sentence=sentence
    )
