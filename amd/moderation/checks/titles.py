"""A job title that nobody has confirmed for more than a year may be an earlier one."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.utils import timezone

from amd.consent.covers import Coverage
from amd.consent.models import Use
from amd.consent.words import Person

from .findings import Finding, Weight
from .reading import Reading

CODE = "old-title"
YEAR = timedelta(days=365)
TITLES = {
    Person.CHAMPION: "title",
    Person.QUOTED: "quoted_title",
    Person.CONTRIBUTOR: "contributor_title",
}


def old_titles(reading: Reading, coverage: Coverage) -> Iterator[Finding]:
    """By the newest answer about these words, else by the day they were given or sent."""
    today = timezone.localdate()
    for person, field in TITLES.items():
        title = reading.texts.get(field, "")
        if not title or not reading.shows(Use.TITLE):
            continue
        last = _last_confirmed(reading, coverage, person)
        years = (today - last) // YEAR
        if years:
            shown = f"{last.day} {last:%B %Y}"
            yield Finding(
                CODE,
                Weight.WARN,
                f"The job title “{title}” was last confirmed on {shown}",
                # Judged again a year later.
                f"{title}\0{last}\0{years}",
                field,
            )


def _last_confirmed(reading: Reading, coverage: Coverage, person: str) -> date:
    for answer in coverage.answers:
        if answer.person == person and answer.uses:
            return answer.told_on or _day(answer.given_at)
    story = reading.story
    given_on: date | None = getattr(story, "given_on", None)
    return given_on or _day(story.submitted_at or story.created_at)


def _day(moment: datetime) -> date:
    return timezone.localdate(moment)
