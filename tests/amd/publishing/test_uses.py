"""Where a card was used, when it was used last, and what a use needs."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from amd.consent.models import Use
from amd.publishing.models import CardUse, Publication, Takedown
from tests.factories import make_publication, make_use, make_user

pytestmark = pytest.mark.django_db


def test_the_day_of_the_newest_use_stands_beside_each_record():
    used, unused = make_publication(), make_publication()
    for day in (date(2026, 6, 3), date(2026, 9, 1), date(2025, 1, 1)):
        make_use(used.record, used_on=day)

    shown = dict(
        Publication.objects.live().with_last_used().values_list("pk", "last_used")
    )

    assert shown == {used.pk: date(2026, 9, 1), unused.pk: None}


def test_used_on_that_day_it_was_used_since_and_used_the_day_before_it_was_not():
    that_day, before, unused = (make_publication() for _ in range(3))
    make_use(that_day.record, used_on=date(2026, 6, 3))
    make_use(before.record, used_on=date(2026, 6, 2))

    found = Publication.objects.live().not_used_since(date(2026, 6, 3))

    assert set(found) == {before, unused}


@pytest.mark.parametrize(
    ("where", "needs"),
    [
        ("x", Use.SOCIAL),
        ("threads", Use.SOCIAL),
        ("briefing", Use.INTERNAL),
        ("board_paper", Use.INTERNAL),
        ("talk", Use.INTERNAL),
        ("intranet", Use.INTERNAL),
        ("print", Use.INTERNAL),
    ],
)
def test_a_network_needs_social_media_and_paper_needs_internal_use(where, needs):
    assert CardUse(where=where).needs == needs


@pytest.mark.parametrize(
    ("uses", "is_covered"),
    [
        (Use.values, True),
        (["website", "name", "title", "social"], True),
        (["website", "name", "title", "internal"], False),
        (["website", "name", "social"], False),
    ],
)
def test_a_use_is_covered_by_what_is_agreed_and_shown_now(uses, is_covered):
    use = CardUse(where="x", showed=["name", "title"])

    assert use.is_covered_by(make_publication(uses=uses)) is is_covered
    assert use.is_covered_by(None) is False


@pytest.mark.parametrize(
    "half",
    [{"done_at": timezone.now()}, {"outcome": "down"}],
    ids=["no outcome", "no day"],
)
def test_what_is_done_has_a_day_and_an_outcome(half):
    use = make_use(make_publication().record)

    with pytest.raises(IntegrityError), transaction.atomic():
        Takedown.objects.create(use=use, why="withdrawn", **half)


def test_only_a_narrower_card_is_replaced_by_a_newer_one():
    offered = {why: Takedown(why=why).outcomes for why in Takedown.Why}

    assert offered.pop("narrowed") == ["down", "replaced", "remains"]
    assert set(map(tuple, offered.values())) == {("down", "remains")}


def test_mine_stand_first_then_what_nobody_sees_to():
    me, other = make_user(), make_user()
    closed = make_user(is_active=False)
    asked = [
        Takedown.objects.create(
            use=make_use(make_publication().record), why="withdrawn", owner=owner
        )
        for owner in (other, closed, None, me)
    ]

    shown = list(Takedown.objects.open().mine_first(me))

    assert shown == [asked[3], asked[1], asked[2], asked[0]]
    assert [each.seen_to_by for each in shown] == [me, None, None, other]
