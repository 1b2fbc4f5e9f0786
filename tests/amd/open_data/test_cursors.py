import base64
from datetime import UTC, datetime, timedelta

import pytest

from amd.open_data.answers import CannotRead
from amd.open_data.cursors import SHAPE, cursor_of, page_after
from amd.publishing.models import Publication
from tests.factories import make_publication

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 6, 3, 12, 0, 0, 123456, tzinfo=UTC)


def pages(size):
    """The numbers of the rows, page by page."""
    cursor, found = "", []
    while True:
        page, cursor = page_after(
            Publication.objects.live(), cursor, size=size, date_field="published_at"
        )
        found.append([each.pk for each in page])
        if not cursor:
            return found


def test_pages_hold_every_row_once_newest_first_even_of_the_same_moment():
    made = [
        make_publication(published_at=NOON + timedelta(microseconds=number // 3)).pk
        for number in range(7)
    ]

    newest_first = made[::-1]
    assert pages(3) == [newest_first[:3], newest_first[3:6], newest_first[6:]]


def test_last_page_that_is_full_has_no_next():
    made = [make_publication(published_at=NOON).pk for _ in range(4)]

    assert pages(2) == [[made[3], made[2]], [made[1], made[0]]]


def test_what_is_published_meanwhile_moves_no_page():
    made = [make_publication(published_at=NOON).pk for _ in range(2)]
    first, cursor = page_after(
        Publication.objects.live(), "", size=1, date_field="published_at"
    )
    make_publication(published_at=NOON + timedelta(days=1))

    second, _ = page_after(
        Publication.objects.live(), cursor, size=1, date_field="published_at"
    )

    assert [first[0].pk, second[0].pk] == [made[1], made[0]]


def packed(us, pk):
    return base64.urlsafe_b64encode(SHAPE.pack(us, pk)).decode().rstrip("=")


@pytest.mark.parametrize(
    "cursor",
    [
        "x",
        "x" * 21,
        "x" * 23,
        "x" * 10_000,
        "é" * 22,
        "!" * 22,
        "\x00" * 22,
        "=" * 22,
        packed(-1, 1),
        packed(2**62, 1),
        packed(1, -1),
        packed(1, 0),
    ],
)
def test_a_cursor_that_is_none_is_said_in_a_sentence(cursor):
    with pytest.raises(CannotRead, match="Take the whole cursor"):
        page_after(
            Publication.objects.live(), cursor, size=1, date_field="published_at"
        )


def test_a_cursor_cut_short_is_none():
    publication = make_publication(published_at=NOON)
    whole = cursor_of(publication, "published_at")

    for length in range(1, len(whole)):
        with pytest.raises(CannotRead):
            page_after(
                Publication.objects.live(),
                whole[:length],
                size=1,
                date_field="published_at",
            )


@pytest.mark.parametrize("place", [(0, 1), (0, 2**63 - 1), (2 * 10**17, 2**63 - 1)])
def test_a_cursor_far_away_is_an_ordinary_page(place):
    make_publication(published_at=NOON)

    page, behind = page_after(
        Publication.objects.live(), packed(*place), size=1, date_field="published_at"
    )

    assert (len(page), behind) == (int(place[0] > 0), "")
