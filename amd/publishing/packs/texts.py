"""The text files of a record: to paste, so they hold the words and nothing else.

UTF-8 without a mark: today's Notepad, TextEdit and browsers read it, and a post pasted
whole must not begin with a letter that nobody sees. Lines end as the networks count them.
"""

import json

from django.core.serializers.json import DjangoJSONEncoder

from amd.publishing.cards import CREDIT, terms_until
from amd.publishing.items import item_of
from amd.publishing.models import Publication

from .entries import Entry


def alt_file(short: str, whole: str) -> str:
    return (
        f"Short, up to 120 characters:\n\n{short}\n\n\n"
        f"Long, every word of the card:\n\n{whole}\n"
    )


def terms_of(entry: Entry) -> str:
    """Whose words these are, what may be done with them, and until when."""
    publication = entry.publication
    return (
        f"{entry.called}\n{entry.page}\n\n"
        f"USE UNTIL {day_of(publication.ends_on)}\n\n"
        f"{credit_of(publication)}\n"
        f"{terms_until(publication.ends_on)}\n"
        "Its page says at any time whether it may still be used.\n\n"
        f"Names and job titles were right on {day_of(publication.as_at)}.\n"
    )


def credit_of(publication: Publication) -> str:
    """Whose words and whose photo, as it is written into each picture too."""
    return publication.card.get("credit") or CREDIT


def record_json(publication: Publication) -> str:
    """The record as the API gives it."""
    item = item_of(publication).model_dump()
    return json.dumps(item, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)


def day_of(day: object) -> str:
    return f"{day:%-d %B %Y}"
