"""Whether what people agreed to covers the words as they stand now."""

from dataclasses import dataclass

from django.utils import timezone

from amd.records.models import Record

from .asked import needed_for
from .models import ConsentRecord, Use
from .words import Person, SignedWords


@dataclass(frozen=True)
class Coverage:
    """The answers that count for these words, the uses all allow, and what is missing."""

    answers: tuple[ConsentRecord, ...]
    uses: frozenset[str]
    missing: tuple[str, ...]

    @property
    def is_complete(self) -> bool:
        return not self.missing

    @property
    def governing(self) -> ConsentRecord:
        """The quoted person's answer, else the only one there is."""
        for answer in self.answers:
            if answer.person != Person.CONTRIBUTOR:
                return answer
        return self.answers[0]


OWN_USES = {Use.NAME, Use.TITLE, Use.PHOTO}
WHO = {
    Person.CHAMPION: "The champion",
    Person.CONTRIBUTOR: "The contributor",
    Person.QUOTED: "The person quoted",
}


def covers(record: Record, all_words: tuple[SignedWords, ...]) -> Coverage:
    """One query for each person whose words or picture are in the record."""
    answers: list[ConsentRecord] = []
    missing: list[str] = []
    for words in all_words:
        answer = ConsentRecord.objects.newest(record, words)
        problem = problem_with(answer, words)
        if problem:
            missing.append(problem)
        if answer:
            answers.append(answer)
    uses = frozenset() if missing else _permitted(all_words, answers)
    return Coverage(tuple(answers), uses, tuple(missing))


def _permitted(
    all_words: tuple[SignedWords, ...], answers: list[ConsentRecord]
) -> frozenset[str]:
    """What all allow; name, title and photo are given by whom they belong to."""
    everyone = set.intersection(*(set(answer.uses) for answer in answers))
    uses = everyone - OWN_USES
    for words, answer in zip(all_words, answers, strict=True):
        if words.photo:
            uses |= set(answer.uses) & {Use.PHOTO}
        if words.person != Person.CONTRIBUTOR:
            uses |= set(answer.uses) & {Use.NAME, Use.TITLE}
    return frozenset(uses)


def problem_with(answer: ConsentRecord | None, words: SignedWords) -> str:
    """Why this answer is not enough for these words, as half a sentence; else nothing."""
    who = WHO[Person(words.person)]
    if answer is None or not answer.is_own_word:
        return f"{who} has not agreed to these exact words"
    if answer.ends_on < timezone.localdate():
        return f"{who} agreed for a time that is over: ask them again"
    for use in needed_for(words):
        if not answer.allows(use):
            to = "the" if use == Use.WEBSITE else "show their"
            return f"{who} has not agreed to {to} {use.label.lower()}"
    return ""
