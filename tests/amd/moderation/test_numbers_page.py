"""Twenty decisions and six waits, worked out by hand, as each reader is shown them."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from amd.campaign.models import Reason
from amd.moderation.ages import start_of
from amd.moderation.models import CriterionMark
from amd.moderation.numbers import Line
from amd.records.models import Decision, Kind, Status
from tests.factories import make_record

pytestmark = pytest.mark.django_db

PAGE = reverse("moderation:numbers")
TO = {
    "accept": Status.ACCEPTED,
    "publish": Status.PUBLISHED,
    "send_back": Status.SENT_BACK,
    "decline": Status.DECLINED,
}
# (days to the decision, how many days ago it was made, which)
NORTH = [
    (0, 1, "publish"),
    (1, 2, "accept"),
    (1, 5, "send_back"),
    (2, 8, "decline"),
    (3, 10, "publish"),
    (3, 29, "publish"),
    (21, 20, "accept"),
    (4, 31, "send_back"),
    (5, 40, "publish"),
    (6, 50, "publish"),
    (8, 60, "accept"),
    (9, 89, "decline"),
]
SOUTH = [
    (2, 3, "publish"),
    (2, 30, "accept"),
    (7, 7, "send_back"),
    (3, 33, "decline"),
    (10, 45, "publish"),
    (12, 91, "publish"),
    (8, 100, "publish"),
    (30, 400, "publish"),
]
# Days waited; a week makes a record due soon and two make it overdue.
NORTH_WAITS = [0, 6, 7, 20]
SOUTH_WAITS = [13, 14]


def noon(days_ago):
    day = timezone.localdate() - timedelta(days=days_ago)
    return start_of(day) + timedelta(hours=12)


def decide(record, move, came_from, to, at, reason=None):
    Decision.objects.create(
        record=record,
        move=move,
        from_status=came_from,
        to_status=to,
        version=record.decisions.count() + 2,
        role="lead",
        made_at=at,
        reason=reason,
    )


def decided(region, days, ago, move, reason=None):
    record = make_record(region=region, status=TO[move], kind=Kind.CASE_STUDY)
    decide(record, "submit", Status.DRAFT, Status.SUBMITTED, noon(ago + days))
    after = noon(ago) + timedelta(hours=1)
    decide(record, move, Status.SUBMITTED, TO[move], after, reason)
    return record


def waiting(region, days):
    record = make_record(region=region, status=Status.SUBMITTED)
    decide(record, "submit", Status.DRAFT, Status.SUBMITTED, noon(days))


@pytest.fixture
def twenty(north, south):
    for region, rows in ((north, NORTH), (south, SOUTH)):
        for row in rows:
            decided(region, *row)
    for region, ages in ((north, NORTH_WAITS), (south, SOUTH_WAITS)):
        for days in ages:
            waiting(region, days)


def shown(person, period="all"):
    return person.client.get(PAGE, {"period": period}).context


@pytest.mark.parametrize(
    ("period", "north_said", "south_said", "total"),
    [
        # Decided, half within, nine in ten within.
        ("all", (12, 3, 9), (8, 7, 30), (20, 4, 12)),
        ("365", (12, 3, 9), (7, 7, 12), (19, 4, 12)),
        ("90", (12, 3, 9), (5, 3, 10), (17, 3, 10)),
        ("30", (7, 2, 21), (3, 2, 7), (10, 2, 7)),
    ],
)
def test_twenty_decisions_as_worked_out_by_hand(
    twenty, national_lead, period, north_said, south_said, total
):
    page = shown(national_lead, period)

    assert page["lines"] == [
        # Waiting, due soon, overdue, the oldest, accepted.
        Line("North", 4, 1, 1, 20, 3, *north_said),
        Line("South", 2, 1, 1, 14, 1, *south_said),
    ]
    assert page["total"] == Line("All", 6, 2, 2, 20, 4, *total)


def test_the_sentence_comes_first(twenty, national_lead):
    text = national_lead.client.get(PAGE).text

    said = (
        "6 waiting, the oldest 20 days; half of decisions came within 3 days, "
        "nine in ten within 10."
    )
    assert (
        text.index(said) < text.index('<svg class="amd-numbers') < text.index("<table")
    )


def test_a_regional_lead_is_told_of_her_regions_alone(twenty, south_lead):
    response = south_lead.client.get(PAGE, {"period": "all"})

    page = response.context
    assert page["lines"] == [Line("South", 2, 1, 1, 14, 1, 8, 7, 30)]
    assert page["sentence"] == (
        "2 waiting, the oldest 14 days; half of decisions came within 7 days, "
        "nine in ten within 30."
    )
    assert "North" not in response.text


def test_only_national_leads_are_told_of_what_has_no_region(
    twenty, national_lead, north_lead
):
    waiting(None, 3)

    assert shown(national_lead)["lines"][-1].region == "No region"
    assert [line.region for line in shown(north_lead)["lines"]] == ["North"]


@pytest.fixture
def marked(north, south):
    figure = Reason.objects.create(move="send_back", code="figure", title="No figure")
    for region, mark in ((north, "met"), (north, "partly"), (south, "not")):
        record = decided(region, 2, 1, "send_back", figure)
        CriterionMark.objects.create(record=record, criterion=1, mark=mark)


def test_criteria_and_reasons_are_counted_by_region(marked, national_lead):
    page = shown(national_lead)

    counts = {
        region: (rows[0].met, rows[0].partly, rows[0].not_met, rows[0].percent)
        for region, rows in page["passed_by_region"]
    }
    assert counts == {"North": (1, 1, 0, 50), "South": (0, 0, 1, 0)}
    assert page["passed"][0].percent == 33
    assert page["reasons"] == [("No figure", "Sent back", 3, "North 2, South 1")]


def test_marks_of_an_earlier_time_are_not_of_this_period(marked, national_lead):
    CriterionMark.objects.filter(mark="met").update(marked_at=noon(31))

    assert shown(national_lead, "30")["passed"][0].percent == 0
    assert shown(national_lead, "90")["passed"][0].percent == 33


def test_marks_and_reasons_of_other_regions_are_not_shown(marked, south_lead):
    page = shown(south_lead)

    assert [region for region, _ in page["passed_by_region"]] == ["South"]
    assert page["reasons"] == [("No figure", "Sent back", 1, "South 1")]


@pytest.mark.parametrize("period", ["", "7", "<script>", "9" * 400])
def test_a_period_that_is_not_offered_is_the_usual_one(national_lead, period):
    assert shown(national_lead, period)["period"].key == "90"


def test_with_nothing_to_count_it_says_so(national_lead):
    text = national_lead.client.get(PAGE).text

    assert "Nothing is waiting; no decisions in the last 90 days." in text
    assert "No case study was marked in the last 90 days." in text
    assert "amd-numbers__chart" not in text


def test_numbers_cost_the_same_for_1_and_for_30(
    north, national_lead, django_assert_max_num_queries
):
    decided(north, 1, 1, "publish")
    national_lead.client.get(PAGE)
    with django_assert_max_num_queries(11) as first:
        national_lead.client.get(PAGE)
    for row in NORTH * 3:
        decided(north, *row)

    with django_assert_max_num_queries(len(first)):
        national_lead.client.get(PAGE)
