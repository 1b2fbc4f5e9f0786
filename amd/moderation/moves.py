"""What people do to a record: each move in the same order, in one transaction.

Check that it is legal, update the row where the version seen still holds, write the
Decision, write the mail; files go on commit. Nothing is left for the caller to remember.
"""

from collections.abc import Callable, Mapping

from django.db import transaction

from amd.campaign.models import Reason, User
from amd.consent.models import erase_details, erase_questions
from amd.consent.words import Person
from amd.mail import words
from amd.mail.outbox import erase as erase_mail
from amd.publishing import live
from amd.publishing.models import Publication, Retired, Takedown
from amd.publishing.takedowns import ask_for_takedowns
from amd.records.errors import MoveNotAllowed, NotReady
from amd.records.models import Decision, Move, Record, Role, Status

from . import tell
from .checks.prints import keep_prints
from .decided import comment, keep_words, note_for_author
from .featured import escalated, featured_still
from .forgetting import forget_desk
from .holds import refuse_while_on_hold
from .models import CriterionMark
from .reached import Reached
from .readiness import ready_to_publish
from .step import already_decided, check_allowed, take
from .suspected import is_suspected, took_their_time
from .takedowns import tell_owners

By = User | Role


@transaction.atomic
def submit(record: Record, *, by: By, seen_version: int) -> None:
    """Send a draft, or a record that was sent back, to the leads of its region.

    Raises NotReady while something that must hold of its words does not.
    """
    missing = record.story.problems()
    if missing:
        raise NotReady(f"{record.shown_reference} is not whole", missing=missing)
    take(record, Move.SUBMIT, by=by, seen_version=seen_version)
    keep_prints(record)
    if by == Role.AUTHOR:
        tell.author(record, words.receipt, with_link=True)
        took_their_time(record)
        if not is_suspected(record):
            tell.lead(record, words.new_work)


@transaction.atomic
def send_back(
    record: Record,
    *,
    by: By,
    seen_version: int,
    note: str = "",
    reason: Reason | None = None,
    comments: Mapping[str, str] | None = None,
) -> None:
    """Back to its author, who reads the reason, the note and a comment by field.

    One of the three is needed. `comments`: name of the field → what to change in it.
    """
    if not comments:
        _need_a_reason(record, note, reason)
    decision = take(
        record,
        Move.SEND_BACK,
        by=by,
        seen_version=seen_version,
        note=note,
        reason=reason,
    )
    comment(decision, comments or {})
    keep_words(decision, record.story)
    tell.author(
        record,
        words.sent_back,
        with_link=True,
        reason=_text(reason),
        note=note_for_author(record.story, note, comments or {}),
    )


@transaction.atomic
def edit(
    record: Record, *, by: By, seen_version: int, save: Callable[[], None]
) -> None:
    """Save changed words; what is live stays as it was approved until the next publish.

    Marks are about the words, so they go with the old ones.
    """
    move, target = Move.EDIT, None
    if record.status == Status.PUBLISHED:
        move = Move.REVISE
        target = Status.SENT_BACK if by == Role.AUTHOR else Status.SUBMITTED
    elif by == Role.AUTHOR and record.status in (Status.SUBMITTED, Status.ACCEPTED):
        raise _not_now(record, "it is with the library lead now")
    take(record, move, by=by, seen_version=seen_version, target=target)
    CriterionMark.objects.filter(record_id=record.pk).delete()
    save()
    keep_prints(record)


@transaction.atomic
def accept(record: Record, *, by: By, seen_version: int, note: str = "") -> None:
    decision = take(record, Move.ACCEPT, by=by, seen_version=seen_version, note=note)
    keep_words(decision, record.story)
    tell.author(record, words.accepted, with_link=True)


@transaction.atomic
def escalate(record: Record, *, by: By, seen_version: int, note: str = "") -> None:
    """One of the best: accepted, and featured; raises NotReady unless 1 to 5 are met."""
    check_allowed(record, Move.ESCALATE, by if isinstance(by, Role) else Role.LEAD)
    is_accepted = record.status != Status.SUBMITTED
    missing = escalated(record)
    if missing:
        raise NotReady(f"{record.shown_reference} is not featured", missing=missing)
    decision = take(record, Move.ESCALATE, by=by, seen_version=seen_version, note=note)
    keep_words(decision, record.story)
    live.feature(record)
    if not is_accepted:
        tell.author(record, words.accepted, with_link=True)


@transaction.atomic
def lift(record: Record, *, by: By, seen_version: int, note: str = "") -> None:
    """Not featured any more; nothing else about it changes."""
    check_allowed(record, Move.LIFT, by if isinstance(by, Role) else Role.LEAD)
    if not live.is_featured(record):
        raise _not_now(record, "it is not escalated")
    take(record, Move.LIFT, by=by, seen_version=seen_version, note=note)
    live.unfeature(record)


def publish(
    record: Record, *, by: By, seen_version: int, note: str = ""
) -> Publication:
    """Freeze and publish exactly what was seen; raises NotReady with all that is missing.

    The words and cards are checked before the transaction, consent inside it and after
    the conditional UPDATE, so that an answer that came in between is not missed.
    """
    check_allowed(record, Move.PUBLISH, by if isinstance(by, Role) else Role.LEAD)
    story = record.story
    if story.version != seen_version:
        raise already_decided(record)
    ready = ready_to_publish(story, by=by)
    with transaction.atomic():
        decision = take(
            record, Move.PUBLISH, by=by, seen_version=seen_version, note=note
        )
        refuse_while_on_hold(record, by=by)
        keep_words(decision, story)
        publication = ready.freeze(by=by if isinstance(by, User) else None)
        live.put_live(publication)
        tell_owners(record, ask_for_takedowns(record, Takedown.Why.NARROWED))
        if not featured_still(record):
            live.unfeature(record)
        tell.author(
            record, words.published, with_link=True, page=tell.page(publication)
        )
    return publication


@transaction.atomic
def decline(
    record: Record,
    *,
    by: By,
    seen_version: int,
    note: str = "",
    reason: Reason | None = None,
) -> None:
    """Not for the collection, with a reason; refused while a copy is live."""
    _need_a_reason(record, note, reason)
    if _is_live(record):
        raise _not_now(record, "its public copy has to be taken down first")
    decision = take(
        record, Move.DECLINE, by=by, seen_version=seen_version, note=note, reason=reason
    )
    keep_words(decision, record.story)
    tell.author(record, words.declined, with_link=True, reason=_text(reason), note=note)


@transaction.atomic
def reopen(record: Record, *, by: By, seen_version: int, note: str = "") -> None:
    take(record, Move.REOPEN, by=by, seen_version=seen_version, note=note)


@transaction.atomic
def take_down(
    record: Record,
    *,
    by: By,
    seen_version: int,
    note: str = "",
    reason: Reason | None = None,
) -> None:
    """Remove the public copy, with a reason; the record itself stays."""
    _need_a_reason(record, note, reason)
    if not _is_live(record):
        raise _not_now(record, "nothing of it is public")
    take(
        record,
        Move.TAKE_DOWN,
        by=by,
        seen_version=seen_version,
        note=note,
        reason=reason,
    )
    live.take_down(record, Retired.TAKEN_DOWN)
    is_over = by == Role.NIGHTLY
    why = Takedown.Why.ENDED if is_over else Takedown.Why.TAKEN_DOWN
    asked = ask_for_takedowns(record, why)
    reached = Reached.by(record)
    reached.tell_takers(asked=asked)
    if reached.reach.uses:
        reached.tell_leads("Taken down")


@transaction.atomic
def remove_quoted_person(record: Record, *, by: By, seen_version: int) -> None:
    """Erase the part of the person quoted; the copy that holds it comes down, emptied.

    They, the contributor, the leads and whoever downloaded a card are told.
    """
    reached = Reached.by(record, [Person.QUOTED])
    take(record, Move.REMOVE_QUOTED_PERSON, by=by, seen_version=seen_version)
    # First: it erases the pictures of copies, which then forget which they were.
    record.story.erase_quoted_person()
    erase_questions(record, Person.QUOTED)
    erase_details(record, Person.QUOTED)
    forget_desk(record)
    keep_prints(record)
    live.erase_all(record, Retired.TAKEN_DOWN)
    asked = ask_for_takedowns(record, Takedown.Why.WITHDRAWN)
    reached.tell_people_last(words.part_removed)
    tell.author(record, words.quoted_person_gone, with_link=True)
    reached.tell_takers(asked=asked)
    reached.tell_leads("The person quoted has taken back their words")


@transaction.atomic
def withdraw(record: Record, *, by: By, seen_version: int) -> None:
    """Final: page and cards are gone, and every word, contact and picture is erased.

    Who, when, from and to stay. It takes no note, for a note may name somebody. Its
    people, the leads and whoever downloaded a card are told.
    """
    reached = Reached.by(record)
    take(record, Move.WITHDRAW, by=by, seen_version=seen_version)
    record.story.erase()
    live.erase_all(record, Retired.WITHDRAWN)
    forget_desk(record)
    Decision.erase_notes(record)
    erase_questions(record)
    erase_details(record)
    erase_mail(record.reference)
    asked = ask_for_takedowns(record, Takedown.Why.WITHDRAWN)
    reached.tell_people_last(words.withdrawn)
    if reached.author.email not in reached.asked:
        reached.author.tell_last(words.withdrawn)
    reached.tell_takers(asked=asked)
    reached.tell_leads("Withdrawn")


def _need_a_reason(record: Record, note: str, reason: Reason | None) -> None:
    if not note.strip() and reason is None:
        raise NotReady(
            f"{record.shown_reference}: a reason is needed",
            missing=["Choose a reason or write a note."],
        )


def _is_live(record: Record) -> bool:
    return Publication.objects.live().filter(record_id=record.pk).exists()


def _not_now(record: Record, why: str) -> MoveNotAllowed:
    return MoveNotAllowed(
        f"{record.shown_reference}: {why}", sentence=f"Not changed: {why}."
    )


def _text(reason: Reason | None) -> str:
    return reason.text if reason else ""
