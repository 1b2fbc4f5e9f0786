"""What a decision leaves beside itself: comments by field, and the words it was about."""

from collections.abc import Mapping

from django.db.models import QuerySet

from amd.records.models import Decision, Record, Status

from .models import DecidedWords, FieldComment
from .story import Story


def comment(decision: Decision, comments: Mapping[str, str]) -> None:
    FieldComment.objects.bulk_create(
        FieldComment(decision=decision, field=field, text=text)
        for field, text in comments.items()
    )


def note_for_author(story: Story, note: str, comments: Mapping[str, str]) -> str:
    """As it stands in the mail: the note, then each question's name and what to change."""
    names = story.questions()
    asked = [f"{names[field]}: {text}" for field, text in comments.items()]
    return "\n\n".join(filter(None, (note.strip(), *asked)))


def keep_words(decision: Decision, story: Story) -> None:
    """Once a decision. The picture by its digest, which says only whether it changed."""
    words = story.words()
    DecidedWords.objects.create(
        decision=decision,
        texts={each.person: dict(each.texts) for each in words},
        photo_digest=next((w.photo for w in words if w.photo), ""),
    )


def asked_of(story: Story, decision: Decision) -> list[tuple[str, str]]:
    """Of each comment: the question's name, and what is asked. One query."""
    names = story.questions()
    return [
        (names.get(each.field, each.field), each.text)
        for each in decision.comments.all()
    ]


def comments_for(record: Record) -> list[FieldComment]:
    """What was asked when it last came to its author, in the order of asking. One query.

    Nothing of an earlier round, where its author began to change what is published.
    """
    last = back_with_author(record).values("pk")[:1]
    return list(FieldComment.objects.filter(decision__in=last))


def back_with_author(record: Record) -> QuerySet[Decision]:
    """By what it came to its author, the newest first: a lead's asking, or their own."""
    came_back = Decision.objects.filter(record_id=record.pk, to_status=Status.SENT_BACK)
    return came_back.exclude(from_status=Status.SENT_BACK).order_by("-pk")
