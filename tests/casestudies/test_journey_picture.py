"""The picture of a story: kept from page to page, and swept once nobody wants it."""

import pytest

from amd.pictures import signed
from amd.pictures.models import Picture
from amd.pictures.sweep import sweep_unclaimed
from casestudies.models import CaseStudy
from tests.casestudies.journey import address, begin, page
from tests.casestudies.pages import kept_value, photo
from tests.moments import days_ago

pytestmark = pytest.mark.django_db


def test_a_picture_survives_a_missing_description_and_coming_back_later(
    client, answers
):
    begin(client, answers)
    refused = client.post(address("picture/"), {"picture": photo()})

    again = page(client, "picture")

    assert refused.status_code == 422
    assert signed.read(kept_value(again)) == signed.read(kept_value(refused))
    kept = {"picture_kept": kept_value(again), "picture_alt": "A pump"}
    client.post(address("picture/"), kept)
    assert CaseStudy.objects.get().picture.alt_text == "A pump"
    assert CaseStudy.objects.get().unsaved == {}


def test_a_picture_that_is_not_saved_yet_is_not_swept(client, answers):
    """A description is still missing: somebody comes back for it after the weekend."""
    begin(client, answers)
    at = address("picture/")
    client.post(at, {"picture": photo(), "later": "later"})
    Picture.objects.update(uploaded_at=days_ago(3))

    assert sweep_unclaimed() == 0
    kept = {"picture_kept": kept_value(client.get(at))}
    client.post(at, {**kept, "picture_alt": "A pump"})

    story = CaseStudy.objects.get()
    assert (story.picture, story.unsaved_picture) == (Picture.objects.get(), None)


def test_a_picture_that_is_taken_out_again_is_swept(client, answers):
    begin(client, answers)
    at = address("picture/")
    client.post(at, {"picture": photo()})
    Picture.objects.update(uploaded_at=days_ago(3))

    client.post(at, {})

    assert CaseStudy.objects.get().unsaved_picture is None
    assert sweep_unclaimed() == 1


def test_the_description_of_a_picture_that_was_not_chosen_is_not_dropped(
    client, answers
):
    begin(client, answers)

    refused = page(client, "picture", {"picture_alt": "Two nurses at a ward desk"})

    assert refused.context["form"].errors == {
        "picture": ["Select the picture, or clear what you say about it"]
    }
    assert 'value="Two nurses at a ward desk"' in page(client, "picture").text


def test_a_picture_is_removed_with_what_was_said_about_it(client, answers):
    begin(client, answers)
    at = address("picture/")
    client.post(at, {"picture": photo(), "picture_alt": "A pump"})
    kept = kept_value(client.get(at))

    client.post(
        at, {"picture_kept": kept, "picture_remove": "on", "picture_alt": "A pump"}
    )

    assert CaseStudy.objects.get().picture is None
    assert CaseStudy.objects.get().unsaved == {}


PICTURED = {"picture_alt": "Sam at a ward desk", "picture_shows_person": "on"}


def test_a_picture_of_a_person_waits_for_their_quote(client, answers):
    begin(client, answers)

    refused = client.post(address("picture/"), {"picture": photo(), **PICTURED})

    assert refused.context["form"].errors == {
        "picture_shows_person": [
            "Enter the quote of the person first, or clear this box"
        ]
    }
    assert CaseStudy.objects.get().picture is None


def test_the_quote_of_the_person_pictured_is_not_left_out(client, answers, quote):
    begin(client, answers)
    page(client, "quote", quote)
    client.post(address("picture/"), {"picture": photo(), **PICTURED})

    refused = page(client, "quote", {})

    assert refused.context["form"].errors == {
        "quote": ["Enter the quote of the person whom your picture shows"]
    }
    assert CaseStudy.objects.get().quote == quote["quote"]
