"""What was withdrawn leaves the index of words altogether, in the night at the latest."""

import pytest
from django.db import connection
from django.utils import timezone

from amd.moderation import moves
from amd.moderation.nightly import settle_search
from amd.records.models import Role
from tests.factories import publish_endorsement

pytestmark = pytest.mark.django_db

# A stem is kept without the letters it has in common with the one before it, which may be
# the first four of a reference: only what follows these is surely there.
STAYS = b"eagu"  # colleagues
GOES = b"lomant"  # quuxilomantic


def raw_index():
    """Every byte of it, whether or not a search would find it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT block FROM publishing_search_data")
        return b"".join(bytes(block) for (block,) in cursor.fetchall())


@pytest.mark.skipif(
    connection.vendor != "sqlite", reason="only FTS5 keeps them until it merges"
)
def test_no_stem_of_withdrawn_words_is_left_in_the_file():
    # Words that stay, so that the index is not simply empty afterwards.
    publish_endorsement(quote="Our librarians are the colleagues I ask first.")
    record = publish_endorsement(quote="Quuxilomantic decisions rest on evidence.")
    assert GOES in raw_index()
    moves.withdraw(record, by=Role.AUTHOR, seen_version=record.version)

    settle_search(timezone.localdate(), True)

    assert GOES not in raw_index()
    assert STAYS in raw_index()


def test_a_dry_run_leaves_the_index_alone(django_assert_num_queries):
    with django_assert_num_queries(0):
        settle_search(timezone.localdate(), False)
