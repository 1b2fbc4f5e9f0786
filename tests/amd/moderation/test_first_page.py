"""What the first page of the admin says of what waits."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from amd.moderation.templatetags.desk import waiting_for
from amd.records.models import Status
from tests.factories import make_endorsement

pytestmark = pytest.mark.django_db


def waited(days, region, **more):
    came = timezone.now() - timedelta(days=days)
    return make_endorsement(region=region, submitted_at=came, **more)


def said(person):
    page = person.client.get(reverse("admin:index")).text
    line = page.partition('<p class="amd-desk__count">')[2].partition("</p>")[0]
    return " ".join(strip_tags(line).split())


def test_it_says_how_many_are_overdue(north, south, north_lead):
    for days in (3, 14, 20):
        waited(days, north)
    waited(50, north, status=Status.ACCEPTED)
    waited(90, south)

    assert said(north_lead) == (
        "3 waiting in your regions, the oldest 20 days; 2 overdue. "
        "1 accepted, not public yet."
    )


def test_it_says_nothing_of_overdue_while_nothing_is(north, north_lead):
    waited(0, north)

    assert said(north_lead) == "1 waiting in your regions, since today."


def test_it_says_that_nothing_waits(north, south, north_lead):
    waited(90, south)
    waited(9, north, status=Status.DECLINED)

    assert said(north_lead) == "Nothing is waiting in your regions."


def test_it_leads_to_the_one_that_waited_longest(north, north_lead):
    waited(1, north)
    oldest = waited(2, north)
    waited(30, north, status=Status.ACCEPTED)

    page = north_lead.client.get(reverse("admin:index")).text

    assert f'href="{reverse("admin:records_record_review", args=[oldest.pk])}"' in page


def test_it_costs_the_same_for_1_and_for_30(
    north, north_lead, django_assert_num_queries
):
    """The times, the counts and the oldest."""
    north_lead.user.has_perm("campaign.see_all_regions")
    waited(1, north)
    for _ in "12":
        with django_assert_num_queries(3):
            waiting_for(north_lead.user)
        for _ in range(29):
            waited(20, north)
