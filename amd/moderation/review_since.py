"""What became of a record since it was decided last: what was asked, what changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from amd.records.models import Decision, Move, Record, Status

from .agreed_words import label_of, shown_texts
from .decided import asked_of
from .difference import Change, difference
from .models import DecidedWords

PHOTO = {
    (False, True): "A picture was added.",
    (True, False): "The picture was removed.",
    (True, True): "Another picture took the place of the one before.",
}


@dataclass(frozen=True)
class Since:
    """A decision, what it asked by question, and every text that is another now."""

    decision: Decision
    asked: list[tuple[str, str]]
    texts: list[tuple[str, Change]]
    photo: str

    @property
    def is_same(self) -> bool:
        return not self.texts and not self.photo


def since_last_decision(record: Record) -> Since | None:
    """None where nobody has decided yet, or nothing is to be told. At most two queries.

    That nothing changed is told of what was sent back, and came again.
    """
    kept = (
        DecidedWords.objects.filter(decision__record_id=record.pk)
        .select_related("decision__user", "decision__reason")
        .prefetch_related("decision__comments")
        .order_by("-pk")
        .first()
    )
    if kept is None:
        return None
    since = _since(record, kept)
    came_again = (
        record.status == Status.SUBMITTED and kept.decision.move == Move.SEND_BACK
    )
    return since if came_again or not since.is_same else None


def _since(record: Record, kept: DecidedWords) -> Since:
    words = record.story.words()
    before = shown_texts(record, _together(kept.texts.values()))
    now = shown_texts(record, _together(each.texts for each in words))
    changes = difference(before, now)
    photo = next((each.photo for each in words if each.photo), "")
    return Since(
        decision=kept.decision,
        asked=asked_of(record.story, kept.decision),
        texts=[(label_of(record, change.name), change) for change in changes],
        photo=_of_photo(kept.photo_digest, photo),
    )


def _together(texts: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Words for which two people answer stand there once."""
    return {name: text for each in texts for name, text in each.items()}


def _of_photo(before: str, now: str) -> str:
    return "" if before == now else PHOTO[bool(before), bool(now)]
