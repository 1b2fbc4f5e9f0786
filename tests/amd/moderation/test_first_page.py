"""What the first page of the admin says of what waits."""

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from amd.moderation.claims import claim
from amd.moderation.models import ColleagueQuestion, PublishingHold
from amd.moderation.templatetags.desk import steps_for, waiting_for
from amd.records.models import Status
from tests.amd.moderation.queue_steps import rows, study
from tests.factories import make_endorsement, make_lead
from tests.moments import days_ago

pytestmark = pytest.mark.django_db


def waited(days, region, **more):
    came = days_ago(days)
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


def review(record):
    return reverse("admin:records_record_review", args=[record.pk])


def steps(person):
    """Each label with where it leads, in order."""
    first = waiting_for(person.user)["first"]
    return [(step.label, step.url) for step in steps_for(person.user, first)]


def test_it_leads_to_the_one_that_waited_longest(north, north_lead):
    waited(1, north)
    oldest = waited(20, north, quote="They found the trial.")
    waited(30, north, status=Status.ACCEPTED)

    page = north_lead.client.get(reverse("admin:index")).text

    assert f'<a href="{review(oldest)}">Review the oldest</a>' in page
    assert steps(north_lead) == [("Review the oldest", review(oldest))]
    assert f"{oldest}, “They found the trial.”, waiting 20 days, overdue</span>" in page


def test_what_somebody_else_is_at_work_on_is_passed_over(north, north_lead):
    following, claimed = waited(1, north), waited(2, north)
    claim(claimed, by=make_lead(north))

    assert steps(north_lead) == [("Review the next", review(following))]


def test_what_she_has_begun_comes_first_and_once(north, south, north_lead):
    claimed, other = waited(2, north), waited(1, north)
    claim(claimed, by=north_lead.user)
    assert steps(north_lead) == [("Carry on", review(claimed))]

    claim(waited(9, south), by=north_lead.user)
    claim(other, by=north_lead.user)

    assert steps(north_lead) == [
        ("Carry on", review(claimed)),
        ("Carry on", review(other)),
    ]


def test_it_tells_of_an_answer_while_there_is_something_to_decide(north, north_lead):
    record = waited(2, north)
    decided = waited(9, north, status=Status.DECLINED)
    for each in (record, decided):
        ColleagueQuestion.objects.create(
            record_id=each.pk,
            asked_by=north_lead.user,
            answer="Yes",
            answered_at=timezone.now(),
            expires_at=timezone.now(),
        )

    assert steps(north_lead)[0] == ("Read the answer", review(record))
    assert len(steps(north_lead)) == 2


def test_it_leads_to_what_is_accepted_and_agreed_to(north, south, north_lead):
    ready = waited(2, north, status=Status.ACCEPTED, agreed=True)
    waited(2, north, status=Status.ACCEPTED)
    waited(2, south, status=Status.ACCEPTED, agreed=True)

    [(label, url)] = steps(north_lead)

    assert label == "Publish what is ready"
    listed = north_lead.client.get(url).context["rows"]
    assert [row.reference for row in listed] == [ready.shown_reference]


def test_while_publishing_is_on_hold_nothing_is_ready(north, north_lead):
    waited(2, north, status=Status.ACCEPTED, agreed=True)
    PublishingHold.objects.create(reason="An election")

    assert steps(north_lead) == []


def test_a_case_study_that_she_recorded_is_for_another_lead(north, north_lead):
    own = study(3, north, by=north_lead.user, recorded_by=north_lead.user)

    assert [row.reference for row in rows(north_lead)] == [own.shown_reference]
    assert steps(north_lead) == []
    page = north_lead.client.get(reverse("admin:index")).text
    assert "Another lead decides what waits" in page


def test_the_steps_cost_the_same_for_1_and_for_30(
    north, north_lead, django_assert_num_queries
):
    """What is begun, answered, waits (3), changed, is ready, and the hold."""
    north_lead.user.has_perm("campaign.see_all_regions")
    for more in (1, 29):
        for _ in range(more):
            oldest = waited(1, north)
            waited(1, north, status=Status.ACCEPTED, agreed=True)
        steps_for(north_lead.user, oldest)
        with django_assert_num_queries(8):
            assert len(steps_for(north_lead.user, oldest)) == 2


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
