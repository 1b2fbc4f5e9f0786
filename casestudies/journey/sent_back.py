"""What a library lead asked for when a story was sent back, where all answers stand."""

from dataclasses import dataclass, replace
from typing import Any

from amd.moderation.decided import comments_for
from amd.moderation.difference import difference
from amd.moderation.models import DecidedWords
from amd.moderation.sending import what_was_asked
from casestudies import asked
from casestudies.models import CaseStudy

from .pages import BY_SLUG, Page
from .rows import Row, label_of

Pages = list[tuple[Page, list[Row]]]
# Answers that one question of the lead is about; of others, the one of its name.
TOGETHER = {
    "figure": BY_SLUG["figures"].fields,
    "impact": ("impact", "impact_when"),
    "quoted_name": BY_SLUG["quote"].fields[1:],
}


@dataclass(frozen=True)
class Comment:
    """One question and what is asked of it; without `url` no page of it asks that.

    `is_changed`: its answer is another than the lead read.
    """

    question: str
    text: str
    url: str
    is_changed: bool


def asked_context(story: CaseStudy, link: str, pages: Pages) -> dict[str, Any]:
    """Reason, note and comments; and the rows, each with its own. Five queries."""
    comments = {each.field: each.text for each in comments_for(story)}
    where = {name: page for page, _ in pages for name in page.fields}
    changed = changed_since(story)
    decided = what_was_asked(story)
    return {
        "is_sent_back": True,
        "reference": decided["reference"],
        "reason": decided["reason"],
        "note": decided["note"],
        "comments": [
            Comment(
                label_of(name, where[name])
                if name in where
                else asked.QUESTIONS.get(name, name),
                text,
                story.question_url(name, link),
                is_changed=not changed.isdisjoint(TOGETHER.get(name, (name,))),
            )
            for name, text in comments.items()
        ],
        "pages": [
            (page, [replace(row, asked=comments.get(row.name, "")) for row in rows])
            for page, rows in pages
        ],
    }


def changed_since(story: CaseStudy) -> set[str]:
    """The answers that are others than when it was decided last. One query.

    Of those that nobody signs, such as the kinds of impact, it is not known.
    """
    kept = (
        DecidedWords.objects.filter(decision__record_id=story.pk)
        .order_by("-pk")
        .first()
    )
    if kept is None:
        return set()
    words = story.words()
    before = {name: text for each in kept.texts.values() for name, text in each.items()}
    now = {name: text for each in words for name, text in each.texts.items()}
    changed = {change.name for change in difference(before, now)}
    photo = next((each.photo for each in words if each.photo), "")
    return changed | ({"picture"} if photo != kept.photo_digest else set())
