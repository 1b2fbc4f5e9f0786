"""What a person does later with what they agreed to: fewer uses, again, or not at all."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from amd.consent.models import ConsentRecord, Method
from amd.consent.words import Person
from amd.publishing.models import Publication
from amd.records.errors import AlreadyDecided, MoveNotAllowed
from amd.records.models import Record, Role

from . import moves
from .answers import keep_answer
from .narrowing import counted_for

Done = TypeVar("Done")

# A person's "no" does not depend on what a lead did meanwhile: it is tried again.
TRIES = 5


def standing_answer(record: Record, person: str) -> ConsentRecord | None:
    """The answer that holds: for what is public, else the newest. At most three queries."""
    shown = Publication.objects.live().filter(record_id=record.pk).first()
    counted = counted_for(shown, person) if shown else None
    if counted:
        return counted
    answers = ConsentRecord.objects.filter(record_id=record.pk, person=person)
    return answers.order_by("-pk").first()


def change_uses(
    record: Record, *, person: str, uses: Iterable[str], by: Role
) -> ConsentRecord:
    """A newer answer about the same words; what is public follows at once.

    Agreeing again makes it last longer; nothing is shown that was not approved before.
    """
    wanted = sorted(uses)

    def change(now: Record) -> ConsentRecord:
        before = standing_answer(now, person)
        if before is None:
            raise MoveNotAllowed(
                f"{now.shown_reference}: {person} has agreed to nothing",
                sentence="Not kept: there is nothing here that you agreed to.",
            )
        return keep_answer(
            now,
            person=person,
            digest=before.digest,
            uses=wanted,
            method=Method.SIGN_OFF,
            by=by,
            seen_version=now.version,
        )

    return _on_newest(record, change)


def take_back(record: Record, *, person: str, by: Role) -> None:
    """Withdraw for good: all of it, or the part of the person quoted in a case study."""
    is_part = person == Person.QUOTED
    move = moves.remove_quoted_person if is_part else moves.withdraw
    _on_newest(record, lambda now: move(now, by=by, seen_version=now.version))


def _on_newest(record: Record, act: Callable[[Record], Done]) -> Done:
    for _ in range(TRIES - 1):
        try:
            return act(Record.objects.get(pk=record.pk).story)
        except AlreadyDecided:
            continue
    return act(Record.objects.get(pk=record.pk).story)
