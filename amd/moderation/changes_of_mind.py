"""What a person does later with what they agreed to: fewer uses, again, or not at all."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from django.db import transaction

from amd.consent.covers import WHO
from amd.consent.models import OWN, VOUCHED, ConsentRecord, Method, SignOff
from amd.consent.words import Person
from amd.mail import words as mails
from amd.publishing.models import Publication
from amd.records.errors import AlreadyDecided, MoveNotAllowed
from amd.records.models import Record, Role

from . import moves, tell
from .answers import record_answer
from .narrowing import counted_for
from .sign_off import agreed_lines, send_kept

Done = TypeVar("Done")

# A person's "no" does not depend on what a lead did meanwhile: it is tried again.
TRIES = 5


def standing_answer(
    record: Record, person: str, *, digest: str = ""
) -> ConsentRecord | None:
    """The answer that holds: for what is public, else the newest. At most three queries.

    With a digest, the newest about those words alone.
    """
    answers = standing_answers(record, person, digest=digest)
    return answers[0] if answers else None


def standing_answers(
    record: Record, person: str, *, digest: str = ""
) -> list[ConsentRecord]:
    """All that hold: for what is public, and for newer words that are not yet.

    A "no" to newer words takes nothing from what was agreed of those before.
    """
    answers = ConsentRecord.objects.filter(record_id=record.pk, person=person)
    if digest:
        return list(answers.filter(digest=digest).order_by("-pk")[:1])
    shown = Publication.objects.live().filter(record_id=record.pk).first()
    counted = counted_for(shown, person) if shown else None
    newest = answers.order_by("-pk").first()
    if counted is None:
        return [newest] if newest else []
    if newest is None or newest.digest == counted.digest or not newest.uses:
        return [counted]
    return [counted, newest]


def may_add(answer: ConsentRecord, by: Role) -> bool:
    """Whether a use can be added on this page.

    An author's link proves no address: for a champion whose word a lead vouches for,
    the lead writes down what more they agree to.
    """
    is_champion = answer.person == Person.CHAMPION
    return by != Role.AUTHOR or not is_champion or answer.method not in VOUCHED


def change_uses(
    record: Record, *, person: str, uses: Iterable[str], by: Role, digest: str = ""
) -> ConsentRecord:
    """A newer answer about the same words; what is public follows at once.

    `uses` are what they agree to now; what is added and taken away holds for newer
    words too that wait to be published. Agreeing again makes it last longer; nothing
    is shown that was not approved before.
    """
    wanted = set(uses)

    @transaction.atomic
    def change(now: Record) -> ConsentRecord:
        standing = standing_answers(now, person, digest=digest)
        if not standing:
            raise MoveNotAllowed(
                f"{now.shown_reference}: {person} has agreed to nothing",
                sentence="Not kept: there is nothing here that you agreed to.",
            )
        first = set(standing[0].uses)
        if wanted - first and not may_add(standing[0], by):
            raise MoveNotAllowed(
                f"{now.shown_reference}: {by} may not add for {person}",
                sentence="Not kept: your library lead writes down what is added.",
            )
        kept = [
            record_answer(
                now,
                words=before,
                uses=(set(before.uses) - (first - wanted)) | (wanted - first),
                method=_method(before, by),
                by=by,
                seen_version=now.version,
            )
            for before in standing
        ]
        _tell(now, kept[0], by, is_new=wanted != first)
        return kept[0]

    return _on_newest(record, change)


def take_back(record: Record, *, person: str, by: Role) -> None:
    """Withdraw for good: all of it, or the part of the person quoted in a case study."""
    is_part = person == Person.QUOTED
    move = moves.remove_quoted_person if is_part else moves.withdraw
    _on_newest(record, lambda now: move(now, by=by, seen_version=now.version))


def _tell(record: Record, kept: ConsentRecord, by: Role, *, is_new: bool) -> None:
    """They read the same day what they agree to now; the leads too, where it is new."""
    agreed = agreed_lines(kept)
    if by == Role.AUTHOR:
        tell.author(record, mails.sign_off_kept, with_link=True, agreed=agreed)
    else:
        question = SignOff.objects.filter(
            record_id=record.pk, person=kept.person, digest=kept.digest
        ).last()
        if question and question.email:
            send_kept(question, record, agreed)
    if is_new:
        who = WHO[Person(kept.person)]
        tell.lead(record, mails.agreement_changed, who=who, agreed=agreed)


def _method(before: ConsentRecord, by: Role) -> Method:
    """A web form under an author's link is no proof of whose hand it was."""
    if by != Role.AUTHOR:
        return Method.SIGN_OFF
    if before.person == Person.CHAMPION and before.is_own_word:
        return Method(before.method) if before.method in OWN else Method.SIGN_OFF
    return Method.WEB_FORM


def _on_newest(record: Record, act: Callable[[Record], Done]) -> Done:
    for _ in range(TRIES - 1):
        try:
            return act(Record.objects.get(pk=record.pk).story)
        except AlreadyDecided:
            continue
    return act(Record.objects.get(pk=record.pk).story)
