"""What happens when a use is taken back, in words said before it is done."""

from collections.abc import Iterable

from amd.consent.models import Use
from amd.consent.words import Person

_OFF_AT_ONCE = {
    Use.PHOTO: "The photo comes off the page and off every card at once.",
    Use.SOCIAL: (
        "The words stay on their page, but no card of them can be downloaded or shared "
        "from here any more, and links to the page show no card."
    ),
    Use.INTERNAL: "It is not to be used in new reports, leaflets, training or intranets.",
    Use.CONTACT: "We do not write to you about the campaign any more.",
}
_CHAMPION = {
    Use.WEBSITE: "Your endorsement and all its cards come down at once.",
    Use.NAME: "An endorsement needs its champion's name, so all of it comes down at once.",
    Use.TITLE: (
        "An endorsement needs a job title and organisation, so all of it comes down at "
        "once."
    ),
}
_QUOTED = {
    Use.WEBSITE: (
        "The case study and its cards come down at once. They can be published again "
        "without your words."
    ),
    Use.NAME: (
        "Your name is no longer shown: your role stands in its place, or “a library "
        "user”. Where the page is being rewritten just now, it comes down instead."
    ),
    Use.TITLE: (
        "Your job title and organisation are no longer shown. Where the page is being "
        "rewritten just now, it comes down instead."
    ),
}
_CONTRIBUTOR = {
    Use.WEBSITE: "The case study and all its cards come down at once.",
    Use.NAME: (
        "The case study comes down at once. It can be published again without your name "
        "under “Working with”."
    ),
    Use.TITLE: (
        "The case study comes down at once. It can be published again without your name "
        "under “Working with”."
    ),
}
_OF = {
    Person.CHAMPION: _CHAMPION,
    Person.QUOTED: _QUOTED,
    Person.CONTRIBUTOR: _CONTRIBUTOR,
}


def consequences(person: str, uses: Iterable[str]) -> list[tuple[str, str]]:
    """(the use in short, what happens without it) for each of these uses."""
    told = _OFF_AT_ONCE | _OF[Person(person)]
    agreed = set(uses)
    return [(use.label, told[use]) for use in Use if use in agreed]


_WITHOUT = {
    Person.CHAMPION: (
        "We cannot publish an endorsement without the website, your name, and your job "
        "title and organisation."
    ),
    Person.QUOTED: "We cannot publish your words if they may not be on the website.",
}


def without_needed(person: str) -> str:
    """What an approval with less than is needed means, in a sentence."""
    return _WITHOUT[Person(person)]
