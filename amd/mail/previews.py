"""Every mail with sample words in it, so that leads can read what people are sent."""

from collections.abc import Callable
from inspect import signature
from types import ModuleType

from django.conf import settings

from . import words
from .words import Mail, authors, colleagues, people, staff, takedowns

READERS = (
    ("To whoever sent something in", authors),
    ("To people whose words are quoted", people),
    ("To staff", staff),
    ("To staff, where words have to come down", takedowns),
    ("Between colleagues", colleagues),
)
SAMPLES = {
    "name": "Sam Sample",
    "kind": "impact case study",
    "reference": "7F3K-2Q",
    "reason": "Please say what changed because of the library's work.",
    "note": "A figure would help, even an estimate.",
    "text": "The job title is out of date.",
    "links": (
        "Impact case study 7F3K-2Q, draft, begun on 3 November 2026:\n"
        f"{settings.SITE_ADDRESS}/my/private-link-of-one-person/"
    ),
    "asked_by": "Alex Sample, library lead",
    "invited_by": "Alex Sample",
    "opened_by": "Alex Sample",
    "who": "The person quoted",
    "answer": "Asked for a change",
    "comment": "Please say “halved”, not “reduced”.",
    "agreed": "- Publish my words on this website\n- Show my name with my words",
    "question": "Is “time to theatre” the right name for this figure?",
    "said": "Yes, that is what our theatres call it.",
    "why": "You are on leave and its event is tomorrow.",
    "until": "23 December 2026",
    "uses": "- LinkedIn, 3 June 2026: Sampleshire Library",
    "formats": "landscape, square",
    "what": "Withdrawn",
    "counts": "1 overdue, 1 due soon, 1 new, 1 consent ending, 1 region overdue",
    "since": "22 November",
    "overdue": "- Impact case study 7F3K-2Q, Sampleshire NHS Trust, 15 days",
    "due_soon": "- Endorsement 4HXD-9W, Sampleshire NHS Trust, 8 days",
    "new": "- Endorsement 8MRT-5C, Sampleshire NHS Trust, 1 day",
    "ending": "- Endorsement 2BVK-6J, Sampleshire NHS Trust, until 23 December 2026",
    "regions": "- Sampleshire: 3, the oldest 21 days",
    "places": "2 places",
    "noted": "2 places",
    "waiting": "- Endorsement 7F3K-2Q: 2 places, asked on 9 November 2026",
    "told": "2 members of staff who downloaded it were told.",
}
ADDRESSES = {
    "link": "/my/private-link-of-one-person/",
    "page": "/endorsements/7f3k-2q/",
    "queue": "/admin/records/record/",
}


def previews() -> list[tuple[str, list[tuple[str, Mail]]]]:
    """(who reads them, [(what the code calls it, the mail)]) in the order of the code."""
    return [
        (
            reader,
            [(name, _filled(getattr(module, name))) for name in names_in(module)],
        )
        for reader, module in READERS
    ]


def names_in(module: ModuleType) -> list[str]:
    """The mails of one module, as they stand in it."""
    return [
        name
        for name, value in vars(module).items()
        if name in words.__all__ and getattr(value, "__module__", "") == module.__name__
    ]


def _filled(write: Callable[..., Mail]) -> Mail:
    """Raises KeyError for a detail without a sample."""
    details = {}
    for name in signature(write).parameters:
        if name in ADDRESSES:
            details[name] = f"{settings.SITE_ADDRESS}{ADDRESSES[name]}"
        else:
            details[name] = SAMPLES[name]
    return write(**details)
