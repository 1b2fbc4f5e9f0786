"""What the checks found stands between a record and its publication."""

import pytest

from amd.moderation import moves
from amd.moderation.checks.passing import pass_warnings, take_back
from amd.moderation.checks.run import found_about
from amd.moderation.readiness import ready_to_publish
from amd.publishing.models import Publication
from amd.records.errors import AlreadyDecided, NotReady
from amd.records.models import Role, Status
from tests.amd.moderation.desk_steps import page, stored
from tests.factories import agree, make_endorsement, make_picture

pytestmark = pytest.mark.django_db

WARNED = "Mrs Example was well. Mr Sampleson, too."
BLOCKED = "Hospital number A123456 was well."


def publish(record, person):
    now = stored(record).story
    moves.publish(now, by=person.user, seen_version=now.version)


def judge(record, by, reason="A colleague"):
    found = found_about(record, by=by)
    seen = None if by == Role.AUTHOR else record.version
    pass_warnings(record, found, by=by, reason=reason, seen_version=seen)
    return found


def missing(record, person):
    with pytest.raises(NotReady) as refused:
        publish(record, person)
    return refused.value.missing


def test_nothing_is_published_over_a_block(north, north_lead):
    record = make_endorsement(region=north, quote=BLOCKED, agreed=True)

    assert missing(record, north_lead) == [
        "Take out “Hospital number A123456”: it looks like a hospital number."
    ]
    judge(record, north_lead.user)
    assert len(missing(record, north_lead)) == 1


def test_nothing_is_published_over_warnings_that_nobody_judged(north, north_lead):
    record = make_endorsement(region=north, quote=WARNED, agreed=True)

    assert missing(record, north_lead) == [
        "Judge 2 warnings under “Checks”, with a reason."
    ]
    judge(record, Role.AUTHOR)
    assert len(missing(record, north_lead)) == 1

    judge(record, north_lead.user)
    publish(record, north_lead)

    assert Publication.objects.live().get().record_id == record.pk


def test_what_is_missing_of_the_picture_is_said_once(north, north_lead):
    photo = make_picture(alt_text="", claimed_at=None)
    record = make_endorsement(region=north, photo=photo, agreed=True)

    assert missing(record, north_lead) == [
        "Describe the photo for people who cannot see it."
    ]


def test_warning_about_a_photo_that_is_not_shown_is_none(north, north_lead):
    record = make_endorsement(region=north, photo=make_picture(credit=""))
    agree(record, uses=["website", "name", "title"])

    publish(record, north_lead)

    assert stored(record).status == Status.PUBLISHED


def test_warning_taken_back_meanwhile_stops_it(north, north_lead, national_lead):
    """Between the checks, which take their time, and the transaction."""
    record = make_endorsement(region=north, quote=WARNED, agreed=True)
    first, _ = judge(record, north_lead.user)
    ready = ready_to_publish(record, by=north_lead.user)
    take_back(record, first.key, by=national_lead.user, seen_version=record.version)

    with pytest.raises(AlreadyDecided):
        ready.freeze(by=north_lead.user)


def test_edit_asks_again_about_the_sentence_that_changed(north, north_lead):
    record = make_endorsement(region=north, quote=WARNED)
    judge(record, north_lead.user)
    record.quote = "Mrs Example was very well. Mr Sampleson, too."

    found = found_about(record, by=north_lead.user)

    passed = set(record.warnings_passed.values_list("finding", flat=True))
    assert [each.found.split("\0")[1] for each in found if each.key not in passed] == [
        "Mrs Example"
    ]


def test_review_page_asks_the_same_number_of_queries_with_warnings(
    north, north_lead, django_assert_max_num_queries
):
    """A pass, prints and titles: not one query more for each finding."""
    few = make_endorsement(region=north, quote="Mrs Example was well.", agreed=True)
    names = ("Alpha", "Beta", "Gamma", "Delta", "Epsilon")
    said = " ".join(f"Mrs {name} was well." for name in names)
    many = make_endorsement(region=north, quote=said, agreed=True)
    counts = []
    for record in (few, many):
        with django_assert_max_num_queries(100) as queries:
            north_lead.client.get(page(record))
        counts.append(len(queries))

    assert counts[0] == counts[1]
