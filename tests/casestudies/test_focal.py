"""The picture of a vignette is cropped round the point that was chosen."""

import pytest

from amd.pictures.models import Picture
from casestudies.models import CaseStudy
from tests.amd.pictures.files import drawn, saved, swept_before_it_is_claimed
from tests.casestudies.journey import address, begin
from tests.casestudies.pages import kept_value, photo
from tests.factories import make_case_study, make_picture


def pictured(**changed):
    """A picture that is red in its top left quarter alone."""
    return {
        "picture": photo(saved(drawn((800, 1600)))),
        "picture_alt": "A pump",
        "picture_left": "20",
        "picture_top": "90",
        **changed,
    }


def focal_of(picture):
    return (picture.focal_x, picture.focal_y)


@pytest.fixture
def page(client, answers):
    """The address of the page on which the picture of a draft is chosen."""
    begin(client, answers)
    return address("picture/")


def test_chosen_middle_is_kept_with_the_picture(client, page):
    client.post(page, pictured())

    assert focal_of(CaseStudy.objects.get().picture) == (0.2, 0.9)


def test_wrong_number_is_said_and_nothing_typed_is_lost(client, page):
    response = client.post(page, pictured(picture_top="1e9"))

    assert response.context["form"].errors == {
        "picture": [
            "Enter how far the middle is from the top, as a number from 0 to 100, "
            "for example 35"
        ]
    }
    assert 'value="1e9"' in response.text
    assert kept_value(response)


def test_chosen_middle_moves_the_preview(client, page):
    top = client.post(f"{page}draw/", pictured(picture_top="0"))
    bottom = client.post(f"{page}draw/", pictured(picture_top="100"))

    assert top["Content-Type"] == bottom["Content-Type"] == "image/png"
    assert top.content != bottom.content


def test_contributor_moves_the_middle_without_another_upload(client, page):
    client.post(page, pictured())
    kept = kept_value(client.get(page))

    response = client.post(
        page, pictured(picture="", picture_kept=kept, picture_top="10")
    )

    assert response.status_code == 302
    assert focal_of(Picture.objects.get()) == (0.2, 0.1)


def test_lead_moves_the_middle_without_another_upload(north_lead, north):
    story = make_case_study(region=north, picture=make_picture())
    page = north_lead.client.get(story.edit_url())
    form = page.context["adminform"].form
    data = {field.html_name: field.value() for field in form}
    typed = {name: each for name, each in data.items() if each not in (None, False)}

    response = north_lead.client.post(
        story.edit_url(),
        {
            **typed,
            "picture": "",
            "picture_kept": kept_value(page),
            "picture_left": "33.3",
            "picture_top": "0",
        },
    )

    assert response.status_code == 302
    assert focal_of(Picture.objects.get()) == (0.333, 0.0)
    assert CaseStudy.objects.get().version == story.version + 1


def test_picture_that_was_swept_meanwhile_is_asked_for_again(client, page):
    with swept_before_it_is_claimed():
        response = client.post(page, pictured())

    form = response.context["form"]
    assert response.status_code == 422
    assert form.errors == {"picture": ["Select the photo again"]}
    assert form["picture_alt"].value() == "A pump"
    assert CaseStudy.objects.get().picture is None
