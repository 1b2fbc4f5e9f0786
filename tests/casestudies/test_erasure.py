"""Emptying a case study for good: all of it, or the part of the person quoted."""

import pytest

from amd.moderation import moves
from amd.pictures.models import Picture
from amd.records.models import Role, Status
from casestudies.models import CaseStudy
from tests.casestudies.test_models import quoted
from tests.factories import (
    make_case_study,
    make_national_lead,
    make_picture,
    make_user,
)

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
    return {name for name, value in row.items() if value not in ("", None, False, {})}


def test_withdrawal_leaves_reference_region_and_dates(nurses):
    story = quoted(
        figure="120 hours",
        figure_note="saved a year",
        figure_basis="measured",
        figure_period="a year",
        figure_confirmed_by="Wanda Ward-Manager",
        impact_when="later",
        contributor_title="Clinical Librarian",
        working_with_me=True,
    )
    story.staff_groups.add(nurses)

    story.erase()

    assert what_is_left(story) == LEFT
    assert story.impact_categories.count() == 0
    assert story.staff_groups.count() == 0


def test_removing_the_person_quoted_keeps_the_rest():
    story = quoted()

    story.erase_quoted_person()

    row = CaseStudy.objects.get(pk=story.pk)
    assert (row.quote, row.quoted_name, row.quoted_title) == ("", "", "")
    assert (row.quoted_organisation, row.attribution) == ("", "")
    assert row.headline == "A search in an afternoon saves 120 hours a year"
    assert row.problems() == []


def test_withdrawal_leaves_no_picture_of_any_copy():
    """One that was published, then replaced, is not the record's own any more."""
    earlier = make_picture()
    story = make_case_study(agreed=True, picture=earlier)
    moves.publish(story, by=make_national_lead(), seen_version=story.version)
    later = Picture.objects.create(digest="d2", alt_text="Another pump")

    def save():
        story.picture = later
        story.save(update_fields=["picture"])

    moves.edit(story, by=make_user(), seen_version=story.version, save=save)
    moves.withdraw(story, by=Role.AUTHOR, seen_version=story.version)

    assert Picture.objects.get(pk=earlier.pk).erased_at
    assert Picture.objects.get(pk=later.pk).erased_at


@pytest.mark.parametrize("erase", ["erase", "erase_quoted_person"])
def test_a_picture_that_was_not_saved_yet_goes_too(erase):
    story = quoted()
    story.unsaved = {"picture": {"picture_alt": ["Sam Sample at a desk"]}}
    story.unsaved_picture = Picture.objects.create(digest="d3")
    story.save()

    getattr(story, erase)()

    row = CaseStudy.objects.get()
    assert (row.unsaved, row.unsaved_picture) == ({}, None)
    assert Picture.objects.get(digest="").erased_at


def test_without_the_person_quoted_the_rest_is_reviewed_again():
    story = quoted()
    moves.remove_quoted_person(story, by=Role.LEAD, seen_version=story.version)

    row = CaseStudy.objects.get()
    assert (row.status, row.quote, row.quoted_name) == (Status.SUBMITTED, "", "")
