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
NO_DATE = -1
CUT_SHORT = "Take the whole cursor from the next address of an answer"

AnyModel = TypeVar("AnyModel", bound=Model)


def cursor_of(row: Any, date_field: str) -> str:
    since = getattr(row, date_field) - EPOCH
    return _written(since // timedelta(microseconds=1), row.pk)


def cursor_at(place: int) -> str:
    """Of a place in the index, where no date is known."""
    return _written(NO_DATE, place)


def place_at(cursor: str) -> int:
    """Raises CannotRead where it is no cursor of cursor_at()."""
    us, place = _read(cursor)
    if us != NO_DATE or place < 0:
        raise CannotRead(CUT_SHORT)
    return place


def page_after(
    rows: "QuerySet[AnyModel]", cursor: str, *, size: int, date_field: str
) -> "tuple[list[AnyModel], str]":
    """One query, as quick on the last page as on the first.

    The rows behind this cursor, newest first, and the cursor of the next page or "".
    Raises CannotRead where the cursor is none.
    """
    if cursor:
        us, pk = _read(cursor)
        if not (0 <= us <= LATEST_US and pk > 0):
            raise CannotRead(CUT_SHORT)
        at = EPOCH + timedelta(microseconds=us)
        # The first condition alone finds its way in the index.
        rows = rows.filter(**{f"{date_field}__lte": at})
        rows = rows.filter(Q(**{f"{date_field}__lt": at}) | Q(pk__lt=pk))
    found = list(rows.order_by(f"-{date_field}", "-pk")[: size + 1])
    if len(found) <= size:
        return found, ""
    return found[:size], cursor_of(found[size - 1], date_field)


def _written(first: int, second: int) -> str:
    return base64.urlsafe_b64encode(SHAPE.pack(first, second)).decode().rstrip("=")


def _read(cursor: str) -> tuple[int, int]:
    if len(cursor) != LETTERS or not cursor.isascii():
        raise CannotRead(CUT_SHORT)
    try:
        first, second = SHAPE.unpack(base64.urlsafe_b64decode(f"{cursor}=="))
    except (binascii.Error, ValueError, struct.error) as error:
        raise CannotRead(CUT_SHORT) from error
    return first, second
