"""What happened to a record, in order: decisions, questions, answers and reminders."""

from collections.abc import Iterator
from itertools import zip_longest

from amd.consent.models import VOUCHED, ConsentRecord, Reminder, SignOff, Use
from amd.consent.words import Person
from amd.records.models import Decision, Move, Record, Role

from .asking import WHO
from .decided import asked_of
from .events import Event
from .talked import events_of
from .told import how_told, who_asked


def timeline(record: Record) -> list[Event]:
    """Oldest first. Eight queries."""
    events = [
        *_decisions(record),
        *_questions(record),
        *_answers(record),
        *_reminders(record),
        *events_of(record),
    ]
    return sorted(events, key=lambda event: event.at)


def _decisions(record: Record) -> Iterator[Event]:
    story = record.story
    told = record.decisions.select_related("user", "reason")
    decisions = list(told.prefetch_related("comments"))
    for decision, following in zip_longest(decisions, decisions[1:]):
        # A story is saved page by page: of a run of pages the last is enough.
        if _is_own_edit(decision) and _is_own_edit(following):
            continue
        yield Event(
            decision.made_at,
            decision.get_move_display(),
            by=str(decision.user or decision.get_role_display()),
            reason=decision.reason.title if decision.reason else "",
            note=decision.note,
            asked=tuple(asked_of(story, decision)),
        )


def _is_own_edit(decision: Decision | None) -> bool:
    if decision is None or decision.role != Role.AUTHOR:
        return False
    return decision.move == Move.EDIT


def _questions(record: Record) -> Iterator[Event]:
    for question in record.sign_offs.select_related("asked_by", "consent"):
        who = WHO[Person(question.person)]
        yield Event(
            question.asked_at, f"{who} asked to sign off", by=who_asked(question)
        )
        if question.answer and question.answered_at:
            answer = SignOff.Answer(question.answer).label.lower()
            consent = question.consent
            # Before what followed from it in the same moment, such as a take down.
            at = consent.given_at if consent else question.answered_at
            note = question.comment or _uses(consent)
            yield Event(at, f"{who}: {answer}", note=note)


def _answers(record: Record) -> Iterator[Event]:
    """Those that no question stands for: vouched for, sent with a form, or changed later."""
    for answer in record.consents.filter(sign_off=None).select_related("vouched_by"):
        who = WHO[Person(answer.person)]
        if not answer.uses:
            yield Event(answer.given_at, f"{who}: took everything back")
            continue
        uses = _uses(answer)
        told = f"{how_told(answer)}\n" if answer.method in VOUCHED else ""
        yield Event(answer.given_at, f"{who}: agreed", note=f"{told}{uses}")


def _uses(answer: ConsentRecord | None) -> str:
    return ", ".join(use.label for use in Use if answer and answer.allows(use))


def _reminders(record: Record) -> Iterator[Event]:
    reminders = Reminder.objects.filter(consent__record_id=record.pk)
    for reminder in reminders.select_related("consent"):
        who = WHO[Person(reminder.consent.person)]
        yield Event(
            reminder.made_at, f"{who} reminded", note=reminder.get_kind_display()
        )
