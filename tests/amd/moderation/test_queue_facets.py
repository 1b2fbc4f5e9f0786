"""What the queue can be narrowed to: counted beside what else was asked, and scoped."""

import pytest
from django.utils.html import strip_tags

from amd.moderation.claims import claim
from amd.records.models import Status
from tests.amd.moderation.queue_steps import (
    QUEUE,
    listed,
    page,
    references,
    study,
    waited,
)
from tests.factories import agree, make_lead, make_wordings

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def wordings(db):
    return make_wordings()


def facet(person, name, **asked):
    """Each choice and how many it would show, in order; nothing where it is not there."""
    found = page(person, **asked).context["facets"].all
    choices = [c for each in found if each.name == name for c in each.choices]
    return {choice.label: choice.count for choice in choices}


def address(person, name, label, **asked):
    """Where a choice leads."""
    found = page(person, **asked).context["facets"].all
    [url] = [
        c.url for f in found if f.name == name for c in f.choices if c.label == label
    ]
    return url


def test_bands_are_counted_and_each_shows_its_own(north, north_lead):
    overdue, due, new = (waited(days, north) for days in (14, 7, 6))
    waited(20, north, status=Status.ACCEPTED)

    assert facet(north_lead, "band") == {
        "All": 3,
        "Overdue": 1,
        "Due soon": 1,
        "New": 1,
    }
    assert listed(north_lead, band="overdue") == references(overdue)
    assert listed(north_lead, band="due_soon") == references(due)
    assert listed(north_lead, band="new") == references(new)


def test_every_status_is_a_choice_and_drafts_are_none(north, north_lead):
    for status in Status:
        waited(1, north, status=status)

    found = facet(north_lead, "status")

    assert found.pop("All") == len(Status) - 1
    assert set(found.values()) == {1}
    assert "Draft" not in found
    for each in Status:
        assert len(listed(north_lead, status=each)) == 1
    assert len(listed(north_lead, status="all")) == len(Status) - 1


def test_a_count_is_what_the_choice_would_show_beside_the_others(north, north_lead):
    waited(20, north)
    ours = study(20, north)
    study(1, north)

    assert facet(north_lead, "kind", band="overdue") == {
        "All": 2,
        "Endorsement": 1,
        "Impact case study": 1,
    }
    assert facet(north_lead, "band", kind="casestudy")["Overdue"] == 1
    assert listed(north_lead, kind="casestudy", band="overdue") == references(ours)


def test_regions_are_those_this_person_may_see(north, south, north_lead, national_lead):
    ours, theirs = waited(3, north), waited(2, south)
    nobodys = waited(1, None)
    nobodys.region = None
    nobodys.save(update_fields=["region"])

    assert facet(north_lead, "region") == {}
    assert facet(national_lead, "region") == {
        "All": 3,
        "North": 1,
        "South": 1,
        "National leads": 1,
    }
    assert listed(national_lead, region="none") == references(nobodys)
    assert listed(national_lead, region="south") == references(theirs)
    assert listed(north_lead, region="north") == references(ours)
    assert listed(north_lead, region="south") == []
    assert "South" not in page(north_lead, region="south").text


def test_claims_are_told_apart_by_whose_they_are(north, north_lead):
    mine, hers, free = (waited(days, north) for days in (3, 2, 1))
    claim(mine, by=north_lead.user)
    claim(hers, by=make_lead(north))

    assert facet(north_lead, "claim") == {
        "All": 3,
        "Me": 1,
        "Somebody else": 1,
        "Nobody": 1,
    }
    assert listed(north_lead, claim="mine") == references(mine)
    assert listed(north_lead, claim="others") == references(hers)
    assert listed(north_lead, claim="nobody") == references(free)


def test_sign_offs_are_counted_also_beyond_the_page(north, north_lead, monkeypatch):
    monkeypatch.setattr("amd.moderation.queue_page.AT_ONCE", 1)
    records = [waited(days, north) for days in (5, 4, 3)]
    agree(records[2])

    assert facet(north_lead, "sign_off")["Everybody agreed"] == 1
    assert facet(north_lead, "sign_off")["Somebody is to be asked"] == 2
    assert listed(north_lead, sign_off="agreed") == references(records[2])


def test_a_choice_keeps_the_rest_of_what_was_asked_but_for_the_page(north, north_lead):
    waited(20, north)

    url = address(
        north_lead, "band", "Overdue", kind="endorsement", order="newest", page="7"
    )

    assert url == "?band=overdue&kind=endorsement&order=newest"


def test_the_queue_says_how_many_wait_and_what_is_ready(north, north_lead):
    for days in (20, 15, 1):
        waited(days, north)
    for agreed in (True, False):
        waited(1, north, status=Status.ACCEPTED, agreed=agreed)

    text = " ".join(strip_tags(page(north_lead).text).split())

    assert "3 waiting in your regions: 2 overdue, 1 new." in text
    assert "2 accepted, not public yet; 1 of them signed off by everybody." in text
    ready = page(north_lead).context["ready"]
    assert len(north_lead.client.get(QUEUE + ready).context["rows"]) == 1
