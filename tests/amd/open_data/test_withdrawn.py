from datetime import timedelta

import pytest
from django.utils import timezone

from amd.moderation import moves
from amd.moderation.changes_of_mind import change_uses
from amd.open_data.withdrawn import tombstones
from amd.publishing.models import Publication
from amd.records.models import Role
from tests.factories import make_national_lead, make_publication, publish_endorsement

pytestmark = pytest.mark.django_db

PATH = "/api/v1/withdrawn/"


def told(client, query=""):
    return client.get(f"{PATH}?{query}").json()["items"]


def test_a_tombstone_is_reference_dates_and_reason(client, withdrawn, settings):
    [item] = told(client)

    dates = [item.pop("published_at"), item.pop("withdrawn_at")]
    assert item == {
        "id": f"{settings.SITE_ADDRESS}/{withdrawn.address_reference}",
        "reference": withdrawn.shown_reference,
        "reason": "withdrawn",
    }
    assert dates == sorted(dates)
    assert dates[1].startswith(str(timezone.now().date()))


def test_what_is_read_for_it_is_no_more_than_that(withdrawn):
    assert tombstones().get().get_deferred_fields() >= {
        *("title", "byline", "sections", "card", "search_text", "facets", "photo_id"),
    }


def test_last_withdrawn_comes_first(client, withdrawn, taken_down):
    assert [(item["reference"], item["reason"]) for item in told(client)] == [
        (taken_down.shown_reference, "taken_down"),
        (withdrawn.shown_reference, "withdrawn"),
    ]


def test_what_is_live_again_is_no_longer_told(client, taken_down):
    assert len(told(client)) == 1

    make_publication(record=taken_down.record_ptr)

    assert told(client) == []


def test_what_was_replaced_or_narrowed_is_not_told(client):
    record = publish_endorsement()
    uses = ["website", "name", "title"]
    change_uses(record, person="champion", uses=uses, by=Role.QUOTED_PERSON)
    assert Publication.objects.exclude(retired_at=None).count() == 1

    assert told(client) == []


def test_a_record_that_ended_twice_is_told_once(client, taken_down):
    lead = make_national_lead()
    taken_down.refresh_from_db()
    moves.publish(taken_down, by=lead, seen_version=taken_down.version)
    moves.withdraw(taken_down, by=lead, seen_version=taken_down.version)

    assert [item["reason"] for item in told(client)] == ["withdrawn"]


def test_of_two_that_ended_at_one_moment_one_is_told(client):
    publication = make_publication()
    moment = timezone.now()
    for _ in range(2):
        Publication.objects.update(retired_at=moment, retired_why="taken_down")
        make_publication(record=publication.record)
    Publication.objects.update(retired_at=moment, retired_why="taken_down")

    assert len(told(client)) == 1


def test_pages_lead_to_each_other(client, settings):
    moment = timezone.now()
    for day in range(5):
        publication = make_publication()
        Publication.objects.filter(pk=publication.pk).update(
            retired_at=moment - timedelta(days=day), retired_why="taken_down"
        )
    expected = [each.shown_reference for each in tombstones()]
    path, found = f"{PATH}?limit=2", []
    while path:
        answer = client.get(path).json()
        found.append([item["reference"] for item in answer["items"]])
        path = (answer["next"] or "").removeprefix(settings.SITE_ADDRESS)

    assert found == [expected[:2], expected[2:4], expected[4:]]
