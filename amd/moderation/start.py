"""How a record begins: one form makes one record, whoever sent it and how often."""

import json
import uuid
from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast

from django.db import IntegrityError, transaction

from amd.campaign.models import User
from amd.pictures.models import Picture
from amd.records.models import Record, Role, Status

from . import moves

Child = TypeVar("Child", bound=Record)

# Never written when words are saved: they belong to moves and to the first save.
KEPT = {"status", "version", "kind", "reference", "link_key", "form_key"}
KEPT |= {"is_sample", "recorded_by", "created_at", "submitted_at"}


def start(
    story: Child, *, by: User | Role, save_more: Callable[[], None] = lambda: None
) -> Child:
    """Insert the record, what belongs to it, and its first move, all or nothing."""

    def save_and_send() -> None:
        save_more()
        moves.submit(story, by=by, seen_version=story.version)

    return keep_draft(story, by=by, save_more=save_and_send)


def keep_draft(
    story: Child, *, by: User | Role, save_more: Callable[[], None]
) -> Child:
    """Insert the record and what belongs to it, all or nothing; no lead sees it yet.

    A second call with the same form key returns the row of the first.
    """
    model = type(story)
    earlier = model._default_manager.filter(form_key=story.form_key).first()
    if earlier:
        return cast("Child", earlier)
    try:
        with transaction.atomic():
            story.status = Status.DRAFT
            story.recorded_by = by if isinstance(by, User) else None
            story.save()
            save_more()
    except IntegrityError:
        # The other click was first, between the question above and our insert.
        first = model._default_manager.filter(form_key=story.form_key).first()
        if first is None:
            raise
        return cast("Child", first)
    return story


def key_of(form_key: uuid.UUID, answers: Mapping[str, Any]) -> uuid.UUID:
    """The key of a record: one for two clicks on a form, another for other answers."""
    said = {name: _said(each) for name, each in answers.items()}
    return uuid.uuid5(form_key, json.dumps(said, sort_keys=True))


def _said(answer: Any) -> str:
    """A picture by what it shows: its row is another each time it is chosen."""
    if isinstance(answer, Picture):
        return f"{answer.digest} {answer.focal_x:.4f} {answer.focal_y:.4f}"
    return str(answer)


def save_words(story: Record) -> None:
    """Save a child's words and those on the parent, leaving status and version alone."""
    fields = [
        field.name
        for field in story._meta.concrete_fields
        if not field.primary_key and field.name not in KEPT
    ]
    story.save(update_fields=fields)
