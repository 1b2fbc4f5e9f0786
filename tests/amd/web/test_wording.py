"""Messages of fields that only the admin asks for, in our words."""

import pytest
from django import forms

from amd.campaign.models import Region
from amd.web.forms import NhsukForm


def error_of(field, typed):
    kind = type("Form", (NhsukForm,), {"answer": field})
    return kind({"answer": typed}).errors.get("answer")


@pytest.mark.parametrize(
    ("field", "typed", "expected"),
    [
        (forms.IntegerField(min_value=1), "0", "Answer must be 1 or more"),
        (forms.IntegerField(max_value=9), "10", "Answer must be 9 or less"),
        (forms.IntegerField(), "1.5", "Answer must be a whole number"),
        (forms.DecimalField(), "x", "Answer must be a number"),
        (forms.DateField(), "31 June", "Answer must be a real date"),
        (forms.DateTimeField(), "noon", "Answer must be a real date and time"),
        (
            forms.SlugField(),
            "two words",
            "Answer must be letters, numbers, hyphens or underscores",
        ),
        (
            forms.URLField(assume_scheme="https"),
            "http://[",
            "Enter a web address in the correct format, "
            "like https://www.example.nhs.uk",
        ),
        (forms.UUIDField(), "x", "The page was not sent whole. Open it again"),
    ],
)
def test_a_wrong_answer_is_told_what_to_do(field, typed, expected):
    assert error_of(field, typed) == [expected]


@pytest.mark.parametrize("typed", ["x", "a\0b", "9" * 12])
@pytest.mark.django_db
def test_a_row_that_is_none_is_to_be_chosen_from_the_list(typed):
    one = forms.ModelChoiceField(Region.objects.all())
    several = forms.ModelMultipleChoiceField(Region.objects.all())

    said = [error_of(field, typed) for field in (one, several)]

    assert said == [["Select answer from the list"]] * 2
