"""Whom a record's cards reached: told when less of it may be shown."""

import pytest

from amd.publishing.models import Download
from amd.publishing.reach import Reach
from tests.factories import make_record, make_user

pytestmark = pytest.mark.django_db


def test_each_of_the_staff_is_named_once_with_what_they_took():
    record, other = make_record(), make_record()
    user, closed = make_user(), make_user(is_active=False)
    for format_name in ("square", "a4", "square"):
        for taker in (user, closed, None):
            Download.objects.create(
                record=record, user=taker, format_name=format_name, kind="png"
            )
    Download.objects.create(
        record=other, user=make_user(), format_name="story", kind="png"
    )

    assert Reach.of(record).takers == ((user, "a4, square"),)
