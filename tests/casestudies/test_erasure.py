"""Emptying a case study for good: all of it, or the part of the person quoted."""

import pytest

from casestudies.models import CaseStudy
from tests.casestudies.test_models import quoted

pytestmark = pytest.mark.django_db

LEFT = {
    "id",
    "record_ptr_id",
    "reference",
    "kind",
    "region_id",
    "status",
    "version",
    "link_key",
    "form_key",
    "created_at",
    "submitted_at",
    "no_patient_identifiable",
}


def what_is_left(story):
    row = CaseStudy.objects.filter(pk=story.pk).values()[0]
    return {name for name, value in row.items() if value not in ("", None, False)}


def test_withdrawal_leaves_reference_region_and_dates():
    story = quoted(
        figure="120 hours",
        figure_note="saved a year",
        figure_basis="measured",
        contributor_title="Clinical Librarian",
        working_with_me=True,
    )

    story.erase()

    assert what_is_left(story) == LEFT
    assert story.impact_categories.count() == 0


def test_removing_the_person_quoted_keeps_the_rest():
    story = quoted()

    story.erase_quoted_person()

    row = CaseStudy.objects.get(pk=story.pk)
    assert (row.quote, row.quoted_name, row.quoted_title) == ("", "", "")
    assert (row.quoted_organisation, row.attribution) == ("", "")
    assert row.headline == "A search in an afternoon saves 120 hours a year"
    assert row.problems() == []
