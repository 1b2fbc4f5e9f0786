"""What a use showed, why it would come down, and whose it is to see to."""

import pytest
from django.utils import timezone

from amd.publishing.live import erase_all, take_down
from amd.publishing.models import Publication, Retired, Takedown
from amd.publishing.takedowns import (
    ask_for_takedowns,
    finish,
    showed_on,
    why_not_live,
)
from tests.factories import make_publication, make_record, make_use, make_user
from tests.moments import days_ago

pytestmark = pytest.mark.django_db
Why, Outcome = Takedown.Why, Takedown.Outcome


@pytest.fixture
def record():
    """With the name three days ago, and with the job title too since yesterday."""
    record = make_record()
    for days, uses in ((3, ["website", "name"]), (1, ["website", "name", "title"])):
        copy = make_publication(record=record, uses=uses)
        of_then = Publication.objects.filter(pk=copy.pk)
        of_then.update(published_at=days_ago(days))
    retired = Publication.objects.exclude(retired_at=None)
    retired.update(retired_at=days_ago(2))
    return record


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (2, ["name"]),
        (1, ["name", "title"]),
        # Before it was public: no copy tells, so it is taken to be today's.
        (9, ["name", "title"]),
    ],
)
def test_a_card_of_a_day_showed_what_its_copy_showed(record, day, shown):
    assert showed_on(record, days_ago(day).date()) == shown


def test_on_the_day_of_a_newer_copy_either_may_have_been_used():
    record = make_record()
    make_publication(record=record, uses=["website", "name"])
    Publication.objects.update(published_at=days_ago(1))
    make_publication(record=record, uses=["website", "title"])

    assert showed_on(record, timezone.localdate()) == ["name", "title"]


def test_why_it_would_come_down_is_why_the_newest_copy_is_not_public():
    live, down, withdrawn, emptied, ended = (make_publication() for _ in range(5))
    erase_all(withdrawn.record)
    Publication.objects.filter(pk=ended.pk).update(ends_on=days_ago(1).date())
    for each in (down, emptied, ended):
        take_down(each.record, Retired.TAKEN_DOWN)
    erase_all(emptied.record)

    why = [
        why_not_live(each.record) for each in (live, down, withdrawn, emptied, ended)
    ]

    assert why == [
        *(Why.NARROWED, Why.TAKEN_DOWN, Why.WITHDRAWN, Why.WITHDRAWN, Why.ENDED)
    ]


def test_only_who_is_of_the_staff_still_sees_to_what_they_noted():
    record = make_record()
    here = make_user()
    people = (here, make_user(is_staff=False), make_user(is_active=False), None)
    for user in people:
        make_use(record, noted_by=user)

    asked = ask_for_takedowns(record, Why.WITHDRAWN)

    owners = {each.use.noted_by: each.owner for each in asked}
    assert owners == {each: here if each == here else None for each in people}


def test_asked_for_again_it_is_as_if_for_the_first_time():
    publication = make_publication()
    use = make_use(publication.record, showed=["photo"])
    takedown = Takedown.objects.create(
        use=use, why=Why.NARROWED, reminded_at=timezone.now()
    )
    finish(takedown, make_user(), Outcome.REPLACED)
    take_down(publication.record, Retired.TAKEN_DOWN)

    assert ask_for_takedowns(publication.record, Why.TAKEN_DOWN) == [takedown]

    takedown.refresh_from_db()
    assert takedown.why == Why.TAKEN_DOWN
    assert (takedown.reminded_at, takedown.done_at, takedown.done_by) == (None,) * 3


def test_whose_account_is_closed_counts_as_nobody():
    me = make_user()
    for owner in (me, None, make_user(is_active=False), make_user()):
        use = make_use(make_record())
        Takedown.objects.create(use=use, why=Why.WITHDRAWN, owner=owner)

    counts = Takedown.objects.open().counts_for(me)

    assert counts == {"count": 4, "mine": 1, "nobodys": 2}
