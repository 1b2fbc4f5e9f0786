"""Which uses are asked of whom, and without which of them nothing can be published."""

from .models import Use
from .words import Person, SignedWords

NAMES = {
    Person.CHAMPION: "name",
    Person.CONTRIBUTOR: "author_name",
    Person.QUOTED: "quoted_name",
}
TITLES = {
    Person.CHAMPION: ("title", "organisation_name"),
    Person.CONTRIBUTOR: ("contributor_title",),
    Person.QUOTED: ("quoted_title", "quoted_organisation"),
}


def offered_for(words: SignedWords) -> tuple[Use, ...]:
    """All, but for name, title or photo where the words have none to show."""
    person = Person(words.person)
    left_out = set()
    if not words.texts.get(NAMES[person]):
        left_out.add(Use.NAME)
    if not any(words.texts.get(name) for name in TITLES[person]):
        left_out.add(Use.TITLE)
    if not words.photo:
        left_out.add(Use.PHOTO)
    return tuple(use for use in Use if use not in left_out)


def needed_for(words: SignedWords) -> tuple[Use, ...]:
    """What cannot be left out: of an endorsement, and where "Working with" names one."""
    if words.person == Person.CHAMPION:
        return Use.WEBSITE, Use.NAME, Use.TITLE
    if words.person == Person.CONTRIBUTOR and "author_name" in words.texts:
        titled = bool(words.texts.get("contributor_title"))
        own = (Use.NAME, Use.TITLE) if titled else (Use.NAME,)
        return Use.WEBSITE, *own
    return (Use.WEBSITE,)
