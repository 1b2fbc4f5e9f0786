"""Messages of fields that only the admin asks for, in our words."""

import pytest
from django import forms
from django.core.validators import MaxValueValidator
from django.db import models
from django.test.utils import isolate_apps

from amd.campaign.models import Region
from amd.web.forms import NhsukForm, NhsukFormMixin


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


@isolate_apps("amd.web")
def test_a_limit_of_the_column_is_told_as_one_of_the_form():
    class Row(models.Model):
        """A whole number has such a limit on PostgreSQL."""

        number = models.IntegerField(validators=[MaxValueValidator(9)])
        said = models.IntegerField(validators=[MaxValueValidator(9, "Enter 9 or less")])

        class Meta:
            app_label = "web"

        def __str__(self):
            return ""

    class RowForm(NhsukFormMixin, forms.ModelForm):
        number = forms.IntegerField()
        said = forms.IntegerField()

        class Meta:
            model = Row
            fields = ("number", "said")

    assert RowForm({"number": "10", "said": "10"}).errors == {
        "number": ["Number must be 9 or less"],
        "said": ["Enter 9 or less"],
    }


@pytest.mark.parametrize("typed", ["x", "a\0b", "9" * 12])
@pytest.mark.django_db
def test_a_row_that_is_none_is_to_be_chosen_from_the_list(typed):
    one = forms.ModelChoiceField(Region.objects.all())
    several = forms.ModelMultipleChoiceField(Region.objects.all())

    said = [error_of(field, typed) for field in (one, several)]

    assert said == [["Select answer from the list"]] * 2
