"""What became of a record as its author reads it: no name of anybody, no word for staff."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from amd.consent.models import VOUCHED, ConsentRecord, SignOff
from amd.consent.words import Person
from amd.records.models import Decision, Kind, Move, Record, Role, Status

from .decided import asked_of
from .step import DECISIONS

# By the move, and by who made it where that is told apart.
WORDS: dict[tuple[Move, Role | None], str] = {
    (Move.SUBMIT, None): "It was sent for review",
    (Move.SUBMIT, Role.AUTHOR): "You sent it",
    (Move.SUBMIT, Role.LEAD): "A library lead sent it for review",
    (Move.SEND_BACK, None): "A library lead sent it back to you",
    (Move.ACCEPT, None): "A library lead accepted it",
    (Move.ESCALATE, None): "A library lead chose it to be featured",
    (Move.PUBLISH, None): "It was published",
    (Move.DECLINE, None): "A library lead declined it",
    (Move.REOPEN, None): "A library lead took it up again",
    (Move.REVISE, None): "A library lead changed it, so it is read again",
    (Move.REVISE, Role.AUTHOR): "You began to change it",
    (Move.TAKE_DOWN, None): "Its public page was taken down",
    (Move.TAKE_DOWN, Role.AUTHOR): "Its public page came down: you agreed to less",
    (Move.TAKE_DOWN, Role.QUOTED_PERSON): (
        "Its public page came down: the person quoted agreed to less"
    ),
    (Move.TAKE_DOWN, Role.NIGHTLY): (
        "Its public page came down: an agreement had come to its end"
    ),
    (Move.REMOVE_QUOTED_PERSON, None): "The words of the person quoted were erased",
    (Move.REMOVE_QUOTED_PERSON, Role.QUOTED_PERSON): (
        "The person quoted took back their words"
    ),
    (Move.WITHDRAW, None): "It was withdrawn",
    (Move.WITHDRAW, Role.AUTHOR): "You withdrew it",
}
RECORDED = "A library lead wrote it down for you"
SENT_AGAIN = "You sent it again"
PUBLISHED_AGAIN = "Its newer words were published"
ACCEPTED_BEST = "A library lead accepted it as one of the best"
CHANGED = "A library lead changed it after it was accepted, so it is read again"
BEGUN = "You began it"

YOURS = "your words"
THEIRS = "their words"
ANSWERED = {
    SignOff.Answer.APPROVED: "{} approved {}",
    SignOff.Answer.CHANGES: "{} asked for a change",
    SignOff.Answer.REFUSED: "{} said no",
}
QUOTED_APPROVES = "The person you quote approves their words"


@dataclass(frozen=True)
class Point:
    """One line. What is still to come has no date; `told` is what a lead wrote for them."""

    what: str
    at: datetime | None = None
    told: tuple[str, ...] = ()
    asked: tuple[tuple[str, str], ...] = ()
    is_now: bool = False


def decisions_of(record: Record) -> list[Decision]:
    """With what was written about each, oldest first. Two queries."""
    told = record.decisions.select_related("reason").prefetch_related("comments")
    return list(told)


def happened(
    record: Record, decisions: Sequence[Decision], *, but: Decision | None = None
) -> list[Point]:
    """Oldest first; of `but` the words stand elsewhere on the page. Two queries."""
    points = [
        *_begun(record, decisions),
        *_decided(record, decisions, but),
        *_asked(record),
        *_checked(record),
    ]
    return sorted(points, key=lambda point: point.at or record.created_at)


def to_come(record: Record, *, waits_for_quoted: bool) -> list[Point]:
    """What is done now, and what may follow; nothing once it is published or over."""
    quoted = [QUOTED_APPROVES] if waits_for_quoted else []
    steps = {
        Status.DRAFT: ["You write it", "A library lead reads it", *quoted],
        Status.SENT_BACK: [
            "You change it and send it again",
            "A library lead reads it again",
            *quoted,
        ],
        Status.SUBMITTED: [
            "A library lead reads it",
            "It is accepted, or comes back to you with what to add",
            *quoted,
        ],
        Status.ACCEPTED: quoted or ["It waits to be published"],
    }.get(Status(record.status))
    if not steps:
        return []
    now, *later = steps
    return [Point(now, is_now=True), *map(Point, later), Point("It is published")]


def _begun(record: Record, decisions: Sequence[Decision]) -> Iterator[Point]:
    """An endorsement is one form, which is sent where it is begun."""
    by_author = not decisions or decisions[0].role == Role.AUTHOR
    if record.kind == Kind.CASE_STUDY and by_author:
        yield Point(BEGUN, record.created_at)


def _decided(
    record: Record, decisions: Iterable[Decision], but: Decision | None
) -> Iterator[Point]:
    seen: set[str] = set()
    for decision in decisions:
        words = _words_for(decision, seen)
        seen.add(decision.move)
        if not words:
            continue
        if decision == but:
            yield Point(words, decision.made_at)
            continue
        yield Point(
            words,
            decision.made_at,
            told=written_for_author(decision),
            asked=tuple(asked_of(record.story, decision)),
        )


def _words_for(decision: Decision, seen: Container[str]) -> str:
    """Nothing of what changes no state, and is the leads' own affair. `seen`: moves before."""
    move, role = Move(decision.move), Role(decision.role)
    if move == Move.EDIT:
        is_back = decision.from_status != decision.to_status
        return CHANGED if is_back else ""
    if move == Move.ESCALATE and decision.from_status == Status.SUBMITTED:
        return ACCEPTED_BEST
    if move == Move.PUBLISH and move in seen:
        return PUBLISHED_AGAIN
    if move == Move.SUBMIT and role == Role.AUTHOR and move in seen:
        return SENT_AGAIN
    if move == Move.SUBMIT and role == Role.LEAD and move not in seen:
        return RECORDED
    return WORDS.get((move, role)) or WORDS.get((move, None), "")


def written_for_author(decision: Decision) -> tuple[str, ...]:
    """The reason's own text, and the note where the form says that its author reads it."""
    reason = decision.reason.text if decision.reason else ""
    note = decision.note if Move(decision.move) in DECISIONS else ""
    return tuple(filter(None, (reason, note)))


def _asked(record: Record) -> Iterator[Point]:
    """Who was asked to sign off, and what they answered; not what they wrote."""
    for question in record.sign_offs.all():
        is_theirs = question.person == Person.QUOTED
        who, what = ("The person you quote", THEIRS) if is_theirs else ("You", YOURS)
        if is_theirs and question.asked_as == Role.AUTHOR:
            asked = "You asked the person you quote about their words"
        else:
            whom = "the person you quote" if is_theirs else "you"
            asked = f"A library lead asked {whom} about {what}"
        yield Point(asked, question.asked_at)
        if question.answer and question.answered_at:
            answered = ANSWERED[SignOff.Answer(question.answer)].format(who, what)
            yield Point(answered, question.answered_at)


def _checked(record: Record) -> Iterator[Point]:
    """A lead wrote down what the person quoted has said."""
    answers: Iterable[ConsentRecord] = record.consents.filter(
        person=Person.QUOTED, method__in=VOUCHED
    )
    for answer in answers:
        if answer.uses:
            yield Point(
                "A library lead checked the words with the person you quote",
                answer.given_at,
            )
