"""The queue: what waits, found and told apart, at the same cost for every length."""

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from amd.moderation import moves, sign_off
from amd.moderation.start import save_words
from amd.moderation.told import in_queue
from amd.records.models import Record, Status
from tests.factories import (
    agree,
    make_case_study,
    make_endorsement,
    make_picture,
    make_wordings,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def wordings(db):
    return make_wordings()


def test_queue_finds_by_reference_champion_and_organisation(north, north_lead):
    record = make_endorsement(region=north, name="Ada Sample")
    make_endorsement(region=north, name="Other", organisation_name="Elsewhere Trust")
    queue = reverse("admin:records_record_changelist")

    for words in (record.shown_reference.lower(), "ada", "Sampleshire"):
        response = north_lead.client.get(queue, {"q": words})
        found = [each.pk for each in response.context["cl"].result_list]
        assert found == [record.pk], words


def test_queue_opens_on_what_waits_oldest_first(north, north_lead):
    second = make_endorsement(region=north)
    first = make_case_study(region=north)
    Record.objects.filter(pk=first.pk).update(submitted_at="2026-01-01T00:00Z")
    make_endorsement(region=north, status=Status.DECLINED)

    response = north_lead.client.get(reverse("admin:records_record_changelist"))

    assert [r.pk for r in response.context["cl"].result_list] == [first.pk, second.pk]


def test_queue_asks_the_same_questions_for_1_and_for_30(
    north, north_lead, django_assert_num_queries
):
    """Seven, and two for the sign-off of every row together."""
    queue = reverse("admin:records_record_changelist")
    asked(make_endorsement(region=north, photo=make_picture()), north_lead)
    north_lead.client.get(queue)
    with django_assert_num_queries(9):
        north_lead.client.get(queue)
    for number in range(29):
        is_study = number % 2
        make = make_case_study if is_study else make_endorsement
        shown = {"picture" if is_study else "photo": make_picture()}
        asked(make(region=north, **shown), north_lead)

    with django_assert_num_queries(9):
        response = north_lead.client.get(queue)
    assert len(response.context["cl"].result_list) == 30


def asked(record, lead):
    """Asked, answered and vouched for, so that a row has something to fetch."""
    agree(record, by=lead.user)
    person = record.words()[0].person
    sign_off.ask(
        record,
        person=person,
        email="champion@example.nhs.uk",
        by=lead.user,
        seen_version=record.version,
    )


def shown(person, record):
    """What the column of this record says."""
    queue = reverse("admin:records_record_changelist")
    response = person.client.get(queue, {"status": "all"})
    (row,) = [r for r in response.context["cl"].result_list if r.pk == record.pk]
    return strip_tags(in_queue(row.standings)).split()


def test_queue_says_that_sign_off_no_longer_covers(north, north_lead):
    record = make_endorsement(region=north, agreed=True)
    assert shown(north_lead, record) == ["Vouched", "for"]
    record.quote = "Other words."

    moves.edit(
        record,
        by=north_lead.user,
        seen_version=record.version,
        save=lambda: save_words(record),
    )

    assert " ".join(shown(north_lead, record)) == "No longer covers this text"
    text = north_lead.client.get(reverse("admin:records_record_changelist"))
    assert "No longer covers this text" in text.content.decode()


def test_queue_names_who_of_two_has_not_agreed(north, north_lead):
    story = make_case_study(
        region=north,
        quote="It changed what we do.",
        attribution="named",
        quoted_name="Sam Sample",
        quoted_title="Matron",
    )

    assert " ".join(shown(north_lead, story)) == (
        "Contributor: Not asked Person quoted: Not asked"
    )
    agree(story)
    assert " ".join(shown(north_lead, story)) == "Vouched for"


def test_queue_says_nothing_of_what_is_withdrawn(north, north_lead):
    record = make_endorsement(region=north)
    moves.withdraw(record, by=north_lead.user, seen_version=record.version)

    assert shown(north_lead, record) == []
