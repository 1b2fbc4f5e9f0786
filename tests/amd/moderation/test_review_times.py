"""The one row of review times, and the page at which national leads set it."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from amd.moderation.models import ReviewTimes

pytestmark = pytest.mark.django_db

PAGE = reverse("admin:moderation_reviewtimes_changelist")


@pytest.mark.parametrize(
    "values",
    [
        {"id": 2},
        {"due_soon_after_days": 0},
        {"due_soon_after_days": 14},
        {"due_soon_after_days": 8, "overdue_after_days": 7},
    ],
)
def test_the_database_refuses_times_that_make_no_sense(values):
    ReviewTimes.objects.create()
    ReviewTimes.objects.all().delete()

    with pytest.raises(IntegrityError), transaction.atomic():
        ReviewTimes.objects.create(**values)


def test_before_anybody_sets_them_they_are_one_week_and_two():
    assert str(ReviewTimes.current()) == "Due soon after 7 days, overdue after 14"


def set_times(person, due_soon, overdue):
    url = person.client.get(PAGE).url
    data = {"due_soon_after_days": due_soon, "overdue_after_days": overdue}
    return person.client.post(url, data)


def test_a_national_lead_sets_them_and_sets_them_again(national_lead):
    for due_soon, overdue in (("3", "5"), ("4", "8")):
        assert set_times(national_lead, due_soon, overdue).status_code == 302

    assert str(ReviewTimes.objects.get()) == "Due soon after 4 days, overdue after 8"


@pytest.mark.parametrize(
    ("due_soon", "overdue", "said"),
    [
        ("7", "7", "Enter more days for overdue than for due soon"),
        ("0", "7", "Enter 1 day or more"),
        ("", "7", "Enter a whole number of days, such as 7"),
        ("soon", "7", "Enter a whole number of days, such as 7"),
        ("7", "99999999999999999999", "Enter 365 days or fewer"),
    ],
)
def test_times_that_make_no_sense_are_refused_in_a_sentence(
    national_lead, due_soon, overdue, said
):
    page = set_times(national_lead, due_soon, overdue)

    errors = page.context["adminform"].form.errors
    assert [text for texts in errors.values() for text in texts] == [said]
    assert not ReviewTimes.objects.exists()
