"""Where the sign-off of each person in a record stands: for the desk and the queue."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from django.db.models import TextChoices
from django.utils import timezone

from amd.consent.covers import problem_with
from amd.consent.models import VOUCHED, ConsentRecord, SignOff
from amd.consent.words import Person, SignedWords
from amd.records.models import Record, Status


class State(TextChoices):
    NOT_ASKED = "not_asked", "Not asked"
    WAITING = "waiting", "Asked, no answer yet"
    EXPIRED = "expired", "Link expired"
    CHANGES = "changes", "Asked for a change"
    REFUSED = "refused", "Said no"
    NOT_CONFIRMED = "not_confirmed", "Not confirmed"
    NOT_ENOUGH = "not_enough", "Agreed to too little"
    OVER = "over", "Agreement is over"
    CHANGED = "changed", "No longer covers this text"
    VOUCHED = "vouched", "Vouched for"
    AGREED = "agreed", "Agreed"


WHO = {
    Person.CHAMPION: "Champion",
    Person.CONTRIBUTOR: "Contributor",
    Person.QUOTED: "Person quoted",
}
Row = TypeVar("Row")
COVERED = (State.AGREED, State.VOUCHED)
OF_ANSWERS = {
    SignOff.Answer.CHANGES: State.CHANGES,
    SignOff.Answer.REFUSED: State.REFUSED,
}


@dataclass(frozen=True)
class Standing:
    """One person and the words they answer for; rows are theirs, newest first."""

    words: SignedWords
    answers: Sequence[ConsentRecord] = ()
    questions: Sequence[SignOff] = ()

    @property
    def who(self) -> str:
        return WHO[Person(self.words.person)]

    @cached_property
    def digest(self) -> str:
        return self.words.digest()

    @cached_property
    def answer(self) -> ConsentRecord | None:
        """The newest to exactly these words."""
        return _first(a for a in self.answers if a.digest == self.digest)

    @cached_property
    def earlier(self) -> ConsentRecord | None:
        """Their yes to other words, where nothing was said about these."""
        newest = _first(self.answers)
        if newest is None or self.answer or not newest.is_own_word:
            return None
        return newest if newest.uses else None

    @cached_property
    def question(self) -> SignOff | None:
        """The newest that another one did not take the place of."""
        return _first(q for q in self.questions if q.answer or not q.replaced_at)

    @cached_property
    def open_question(self) -> SignOff | None:
        """One about these words that they can still answer."""
        question = self.question
        is_open = question and question.is_open and question.digest == self.digest
        return question if is_open else None

    @property
    def is_about_other_words(self) -> bool:
        """The text was changed since they were asked."""
        return bool(self.question and self.question.digest != self.digest)

    @property
    def address(self) -> str:
        """Where they were asked last; "" where the words named somebody else then."""
        name = _name_in(self.words.texts)
        asked = (
            q.email for q in self.questions if q.email and _name_in(q.texts) == name
        )
        return next(asked, "")

    @cached_property
    def problem(self) -> str:
        return problem_with(self.answer, self.words)

    @cached_property
    def state(self) -> State:
        by_question = self._state_of_question()
        if by_question and (self.answer is None or self.problem):
            return by_question
        if by_question == State.CHANGES:
            return by_question
        if self.answer:
            return self._state_of_answer(self.answer)
        if self.earlier:
            return State.CHANGED
        said_no = bool(self.answers) and not self.answers[0].uses
        return State.REFUSED if said_no else State.NOT_ASKED

    @property
    def is_covered(self) -> bool:
        return self.state in COVERED

    @property
    def is_changed(self) -> bool:
        """They agreed, and the text was changed since: whatever was asked later."""
        return self.earlier is not None

    def _state_of_question(self) -> State | None:
        """What the question says, where nothing was answered after it."""
        question, newest = self.question, _first(self.answers)
        if question is None:
            return None
        told_at = question.answered_at or question.asked_at
        if newest and newest.given_at >= told_at:
            return None
        if question.answer:
            return OF_ANSWERS.get(SignOff.Answer(question.answer))
        if question.is_expired:
            return State.EXPIRED
        # A link that shows other words than these can only be replaced.
        return State.WAITING if self.open_question or not self.earlier else None

    def _state_of_answer(self, answer: ConsentRecord) -> State:
        if not self.problem:
            return State.VOUCHED if answer.method in VOUCHED else State.AGREED
        if not answer.uses:
            return State.REFUSED
        if not answer.is_own_word:
            return State.NOT_CONFIRMED
        is_over = answer.ends_on < timezone.localdate()
        return State.OVER if is_over else State.NOT_ENOUGH


def standings(record: Record) -> list[Standing]:
    """One for each person who answers for words in it. Two queries."""
    return standings_of([record]).get(record.pk, [])


def standings_of(records: Iterable[Record]) -> dict[int, list[Standing]]:
    """By record; two queries for all of them, with the children fetched before.

    Nobody answers for anything in what is withdrawn.
    """
    kept = {r.pk: r for r in records if r.status != Status.WITHDRAWN}
    answers = _by_person(
        ConsentRecord.objects.filter(record_id__in=kept).select_related(
            "vouched_by", "wording"
        )
    )
    questions = _by_person(
        SignOff.objects.filter(record_id__in=kept).select_related("asked_by")
    )
    found: dict[int, list[Standing]] = {}
    for pk, record in kept.items():
        found[pk] = [
            Standing(
                words,
                answers.get((pk, words.person), ()),
                questions.get((pk, words.person), ()),
            )
            for words in record.story.words()
        ]
    return found


def _name_in(texts: Mapping[str, str]) -> str:
    return (texts.get("name") or texts.get("quoted_name") or "").casefold()


def _by_person(rows: Iterable[Any]) -> dict[tuple[int, str], list[Any]]:
    """Newest first."""
    grouped: dict[tuple[int, str], list[Any]] = {}
    for row in sorted(rows, key=lambda row: -row.pk):
        grouped.setdefault((row.record_id, row.person), []).append(row)
    return grouped


def _first(rows: Iterable[Row]) -> Row | None:
    return next(iter(rows), None)
