"""What the author's page tells of their record, whatever became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from amd.publishing.models import Publication
from amd.publishing.page import page_context
from amd.records.models import Decision, Kind, Move, Record, Status

from .agreed import holder_of_record, may_withdraw
from .ask_page import Quoted, quoted_person
from .my_timeline import decisions_of, happened, to_come, written_for_author
from .wait import wait_of

# What is still with us as it was sent, and stands on no page of its own.
TO_READ = (Status.SUBMITTED, Status.ACCEPTED, Status.DECLINED)
# Where the sign-off of the person quoted is of any use.
TO_FOLLOW = (Status.SUBMITTED, Status.SENT_BACK, Status.ACCEPTED, Status.PUBLISHED)

# What each status means for the person who wrote it, and what happens next.
NEXT = {
    Status.DRAFT: "You have not sent it yet, and nobody else reads it.",
    Status.SUBMITTED: (
        "A regional library lead will read it. We will email you when they decide."
    ),
    Status.SENT_BACK: "Your library lead asks for some changes before it can go on.",
    Status.ACCEPTED: (
        "Your library lead has accepted it, and publishes it next. We will email you."
    ),
    Status.PUBLISHED: "It is in the public gallery.",
    Status.DECLINED: (
        "It will not be published here. Your words are yours: use them where you like."
    ),
    Status.WITHDRAWN: "It was withdrawn. Its words and pictures are erased.",
}
ACCEPTED_BUT = (
    "Your library lead has accepted it. It is published once the person you quote has "
    "approved their words."
)
BEING_CHANGED = "With you, to change"
CHANGING = "You began to change it. Nobody reads it before you send it again."


@dataclass(frozen=True)
class Asked:
    """What to change in one answer; `url` leads to its box, where there is one."""

    question: str
    text: str
    url: str


@dataclass(frozen=True)
class Verdict:
    """What a lead wrote when it was sent back or declined."""

    decision: Decision
    told: tuple[str, ...]
    comments: list[Asked]


def my_context(record: Record, link: str) -> dict[str, Any]:
    """About twenty queries; of what is live it measures the cards."""
    status, story = Status(record.status), record.story
    decisions = decisions_of(record)
    verdict = _verdict(record, decisions, link)
    quoted = quoted_person(record)
    waits_for_quoted = quoted is not None and not quoted.standing.is_covered
    live = Publication.objects.live().filter(record_id=record.pk).for_pages().first()
    return {
        "record": record,
        "kind": record.get_kind_display().lower(),
        "is_story": record.kind == Kind.CASE_STUDY,
        "title": story.shown_title,
        "what_next": _what_next(
            status, is_asked=verdict is not None, waits_for_quoted=waits_for_quoted
        ),
        "wait": wait_of(record),
        "kept_until": _kept_until(record),
        "verdict": verdict,
        "state": _state(status, is_asked=verdict is not None),
        "go_on_url": story.author_url(link) if _may_go_on(record) else "",
        "may_change": may_begin_to_change(record),
        "timeline": [
            *happened(record, decisions, but=verdict.decision if verdict else None),
            *to_come(record, waits_for_quoted=waits_for_quoted),
        ],
        "waits_for_quoted": waits_for_quoted,
        "live": live,
        "is_newer": live is not None and status != Status.PUBLISHED,
        "shown": page_context(live) if live else None,
        "sent_words": _words(record) if status in TO_READ else [],
        "mailbox": record.region.mailbox if record.region else "",
        "link": link,
        **_about_quoted(status, quoted, link),
        **_about_agreement(record),
    }


def may_begin_to_change(record: Record) -> bool:
    """Of what is published: a case study, whose pages are changed one by one."""
    return record.kind == Kind.CASE_STUDY and record.status == Status.PUBLISHED


def _state(status: Status, *, is_asked: bool) -> str:
    """In a word or two: what its author began to change, nobody sent back."""
    own = status == Status.SENT_BACK and not is_asked
    return BEING_CHANGED if own else str(status.label)


def _what_next(status: Status, *, is_asked: bool, waits_for_quoted: bool) -> str:
    if status == Status.SENT_BACK and not is_asked:
        return CHANGING
    if status == Status.ACCEPTED and waits_for_quoted:
        return ACCEPTED_BUT
    return NEXT[status]


def _may_go_on(record: Record) -> bool:
    """An endorsement is a draft until its address is confirmed, by another link."""
    is_draft = record.status == Status.DRAFT and record.kind == Kind.CASE_STUDY
    return is_draft or record.status == Status.SENT_BACK


def _kept_until(record: Record) -> date | None:
    """Of a draft: when it is deleted, unless something is saved by then."""
    is_draft = record.status == Status.DRAFT
    until: date | None = record.story.kept_until if is_draft else None
    return until


def _verdict(
    record: Record, decisions: Sequence[Decision], link: str
) -> Verdict | None:
    """Of the decision by which it is where it is now: not of an earlier round."""
    moved = [each for each in decisions if each.from_status != each.to_status]
    if not moved or moved[-1].move not in (Move.SEND_BACK, Move.DECLINE):
        return None
    decision, story = moved[-1], record.story
    names = story.questions()
    comments = [
        Asked(
            names.get(each.field, each.field),
            each.text,
            story.question_url(each.field, link),
        )
        for each in decision.comments.all()
    ]
    return Verdict(decision, written_for_author(decision), comments)


def _words(record: Record) -> list[tuple[str, str]]:
    """(question, answer) of all that was answered; three queries for a case study."""
    story = record.story
    answers = story.answers()
    return [
        (question, answers[name])
        for name, question in story.questions().items()
        if answers[name]
    ]


def _about_quoted(status: Status, quoted: Quoted | None, link: str) -> dict[str, Any]:
    return {
        "quoted": quoted if status in TO_FOLLOW else None,
        "ask_url": reverse("moderation:ask", args=[link]),
    }


def _about_agreement(record: Record) -> dict[str, str]:
    """Where they see, change and take back what they agreed to: never of a draft."""
    if record.status in (Status.DRAFT, Status.WITHDRAWN):
        return {"agreed_url": "", "uses_url": "", "withdraw_url": ""}
    holder = holder_of_record(record)
    return {
        "agreed_url": holder.home,
        "uses_url": holder.uses if holder.answers() else "",
        "withdraw_url": holder.withdraw if may_withdraw(holder) else "",
    }
