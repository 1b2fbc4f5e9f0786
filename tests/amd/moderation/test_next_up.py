"""The record that comes next for one person."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from amd.moderation import moves
from amd.moderation.claims import claim
from amd.moderation.models import Claim
from amd.moderation.next_up import next_waiting
from amd.records.models import Status
from tests.factories import make_case_study, make_endorsement, make_lead
from tests.moments import days_ago

pytestmark = pytest.mark.django_db


def waited(days, region, **more):
    came = days_ago(days)
    return make_endorsement(region=region, submitted_at=came, **more)


def following(person, after=None):
    found = next_waiting(person.user, after=after)
    return found and found.pk


def test_next_is_the_oldest_of_this_persons_regions(north, south, north_lead):
    waited(90, south)
    waited(50, north, status=Status.ACCEPTED)
    second, first = waited(3, north), waited(8, north)

    assert following(north_lead) == first.pk
    assert following(north_lead, after=first) == second.pk


def test_next_goes_by_when_it_came_to_the_leads_not_by_when_it_was_sent(
    north, north_lead
):
    edited, other = waited(40, north), waited(5, north)
    lead = north_lead.user
    moves.accept(edited, by=lead, seen_version=1)
    moves.edit(edited, by=lead, seen_version=2, save=edited.save)

    assert following(north_lead) == other.pk


def test_next_passes_over_what_somebody_else_has_claimed(north, north_lead):
    claimed, mine = waited(9, north), waited(8, north)
    claim(claimed, by=make_lead(north))
    claim(mine, by=north_lead.user)

    assert following(north_lead) == mine.pk


def test_next_is_not_a_case_study_that_she_recorded(north, north_lead):
    make_case_study(region=north, by=north_lead.user, recorded_by=north_lead.user)
    assert following(north_lead) is None

    spoken = make_endorsement(region=north, recorded_by=north_lead.user)

    assert following(north_lead) == spoken.pk


def test_next_comes_back_to_it_when_the_claim_has_run_out(north, north_lead):
    record = waited(9, north)
    claim(record, by=make_lead(north))
    Claim.objects.update(until=timezone.now() - timedelta(seconds=1))

    assert following(north_lead) == record.pk


def test_nothing_is_next_for_somebody_who_may_not_decide(north, comms):
    record = waited(9, north)

    assert next_waiting(comms.user) is None
    assert next_waiting(AnonymousUser(), after=record) is None


def test_next_costs_the_same_for_1_and_for_30(
    north, north_lead, django_assert_num_queries
):
    """The times, and the record."""
    north_lead.user.has_perm("campaign.see_all_regions")
    for more in (1, 29):
        for _ in range(more):
            waited(20, north)
        with django_assert_num_queries(2):
            next_waiting(north_lead.user)
