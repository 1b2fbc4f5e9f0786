"""A warning is passed with a reason that is kept, and a block never."""

import pytest

from amd.moderation import claims
from amd.moderation.checks.passing import judged, pass_warnings, take_back
from amd.moderation.checks.queue import open_warnings
from amd.moderation.checks.run import found_in_words
from amd.moderation.claims import ClaimedByAnother
from amd.moderation.models import WarningPassed
from amd.records.errors import AlreadyDecided, MoveNotAllowed, NotReady
from amd.records.models import Record, Role, Status
from tests.factories import make_endorsement

pytestmark = pytest.mark.django_db

WARNED = "Mrs Example was well."
BLOCKED = "Hospital number A123456 was well."


def pass_all(record, by, **more):
    return pass_warnings(
        record,
        found_in_words(record),
        by=by,
        **{"reason": "A colleague", "seen_version": record.version, **more},
    )


def test_reason_is_kept_with_who_gave_it(north, north_lead):
    record = make_endorsement(region=north, quote=WARNED)

    count = pass_all(record, north_lead.user, reason=" A colleague, who agreed ")

    kept = WarningPassed.objects.get()
    assert (count, kept.reason, kept.user) == (
        1,
        "A colleague, who agreed",
        north_lead.user,
    )
    assert (kept.role, kept.code) == (Role.LEAD, "patient")


def test_block_is_never_passed(north, north_lead):
    record = make_endorsement(region=north, quote=BLOCKED)

    assert pass_all(record, north_lead.user) == 0
    assert [each.passed for each in judged(record, found_in_words(record))] == [None]


def test_second_pass_takes_the_place_of_the_first(north, north_lead):
    record = make_endorsement(region=north, quote=WARNED)
    pass_all(record, north_lead.user)

    pass_all(record, north_lead.user, reason="She is staff")

    assert WarningPassed.objects.get().reason == "She is staff"


def test_warning_taken_back_is_open_again(north, north_lead):
    record = make_endorsement(region=north, quote=WARNED)
    pass_all(record, north_lead.user)
    key = WarningPassed.objects.get().finding

    seen = record.version
    assert take_back(record, key, by=north_lead.user, seen_version=seen)

    assert [each.waits for each in judged(record, found_in_words(record))] == [True]
    assert not take_back(record, key, by=north_lead.user, seen_version=seen)


def test_reason_of_the_author_is_there_for_the_lead_to_judge(north):
    record = make_endorsement(region=north, quote=WARNED)

    pass_all(record, Role.AUTHOR, reason="My mother, who agreed", seen_version=None)

    (one,) = judged(record, found_in_words(record))
    assert one.waits
    assert one.by_author.reason == "My mother, who agreed"


def test_pass_without_a_reason_is_refused(north, north_lead):
    record = make_endorsement(region=north, quote=WARNED)

    with pytest.raises(NotReady):
        pass_all(record, north_lead.user, reason=" \n")

    assert not WarningPassed.objects.exists()


def test_pass_of_words_that_changed_is_refused(north, north_lead):
    record = make_endorsement(region=north, quote=WARNED)
    Record.objects.update(version=record.version + 1)

    with pytest.raises(AlreadyDecided):
        pass_all(record, north_lead.user)

    assert not WarningPassed.objects.exists()


def test_pass_is_refused_where_nothing_can_be_published(north, north_lead):
    record = make_endorsement(region=north, quote=WARNED, status=Status.DECLINED)

    with pytest.raises(MoveNotAllowed):
        pass_all(record, north_lead.user)


def test_pass_waits_for_whoever_has_claimed_it(north, north_lead, national_lead):
    record = make_endorsement(region=north, quote=WARNED)
    claims.claim(record, by=national_lead.user)

    with pytest.raises(ClaimedByAnother):
        pass_all(record, north_lead.user)


def test_queue_counts_what_is_open(north, north_lead):
    plain = make_endorsement(region=north)
    warned = make_endorsement(region=north, quote=f"{WARNED} {BLOCKED}")
    judged_one = make_endorsement(region=north, quote=WARNED)
    gone = make_endorsement(region=north, status=Status.WITHDRAWN)
    pass_all(judged_one, north_lead.user)

    counted = open_warnings([plain, warned, judged_one, gone])

    assert counted == {plain.pk: 0, warned.pk: 2, judged_one.pk: 0}


def test_queue_asks_once_however_many_rows(north, django_assert_num_queries):
    rows = [make_endorsement(region=north, quote=WARNED) for _ in range(3)]

    with django_assert_num_queries(1):
        open_warnings(rows)
