"""A place in a list that is newest first: the next page begins behind it, however far."""

import base64
import binascii
import struct
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet

from .answers import CannotRead

# Microseconds since 1970 and the number of the row: sixteen bytes, 22 letters.
SHAPE = struct.Struct(">qq")
LETTERS = 22
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
LATEST = datetime(9000, 1, 1, tzinfo=UTC)
LATEST_US = (LATEST - EPOCH) // timedelta(microseconds=1)
CUT_SHORT = "Take the whole cursor from the next address of an answer"

AnyModel = TypeVar("AnyModel", bound=Model)


def cursor_of(row: Any, date_field: str) -> str:
    since = getattr(row, date_field) - EPOCH
    place = SHAPE.pack(since // timedelta(microseconds=1), row.pk)
    return base64.urlsafe_b64encode(place).decode().rstrip("=")


def page_after(
    rows: "QuerySet[AnyModel]", cursor: str, *, size: int, date_field: str
) -> "tuple[list[AnyModel], str]":
    """One query, as quick on the last page as on the first.

    The rows behind this cursor, newest first, and the cursor of the next page or "".
    Raises CannotRead where the cursor is none.
    """
    if cursor:
        at, pk = _place(cursor)
        # The first condition alone finds its way in the index.
        rows = rows.filter(**{f"{date_field}__lte": at})
        rows = rows.filter(Q(**{f"{date_field}__lt": at}) | Q(pk__lt=pk))
    found = list(rows.order_by(f"-{date_field}", "-pk")[: size + 1])
    if len(found) <= size:
        return found, ""
    return found[:size], cursor_of(found[size - 1], date_field)


def _place(cursor: str) -> tuple[datetime, int]:
    if len(cursor) != LETTERS or not cursor.isascii():
        raise CannotRead(CUT_SHORT)
    try:
        us, pk = SHAPE.unpack(base64.urlsafe_b64decode(f"{cursor}=="))
    except (binascii.Error, ValueError, struct.error) as error:
        raise CannotRead(CUT_SHORT) from error
    if not (0 <= us <= LATEST_US and pk > 0):
        raise CannotRead(CUT_SHORT)
    return EPOCH + timedelta(microseconds=us), pk
