"""What a library lead asked for when a story was sent back, where all answers stand."""

from dataclasses import dataclass, replace
from typing import Any

from amd.moderation.decided import comments_for
from amd.moderation.sending import what_was_asked
from casestudies import asked
from casestudies.models import CaseStudy

from .pages import Page
from .rows import Row, address_of

Pages = list[tuple[Page, list[Row]]]


@dataclass(frozen=True)
class Comment:
    """One question and what is asked of it; without `url` no page of it asks that."""

    question: str
    text: str
    url: str


def asked_context(story: CaseStudy, link: str, pages: Pages) -> dict[str, Any]:
    """Reason, note and comments; and the rows, each with its own. Four queries."""
    comments = {each.field: each.text for each in comments_for(story)}
    where = {name: page for page, _ in pages for name in page.fields}
    decided = what_was_asked(story)
    return {
        "is_sent_back": True,
        "reference": decided["reference"],
        "reason": decided["reason"],
        "note": decided["note"],
        "comments": [
            Comment(
                asked.QUESTIONS.get(name, name),
                text,
                address_of(name, where[name], link) if name in where else "",
            )
            for name, text in comments.items()
        ],
        "pages": [
            (page, [replace(row, asked=comments.get(row.name, "")) for row in rows])
            for page, rows in pages
        ],
    }
