"""The card beside the form, with and without script; nothing is sent by it."""

import base64
import io
import re

import pytest
from PIL import Image

from amd.moderation.previews import TOO_MANY
from amd.pictures.models import Picture
from amd.pictures.upload import store_upload
from endorsements.models import Endorsement
from tests.amd.pictures.files import drawn, saved
from tests.endorsements.answers import answers, exhaust_throttle, photo

URL = "/endorse/preview/"
PAGE = "/endorse/"


def picture(data):
    with Image.open(io.BytesIO(data)) as image:
        return image.convert("RGB")


def test_preview_is_a_landscape_card_that_nobody_keeps(client):
    response = client.post(URL, answers())

    assert response.status_code == 200
    assert response["Content-Type"] == "image/png"
    assert response["Cache-Control"] == "no-store"
    assert picture(response.content).size == (1200, 675)
    assert Endorsement.objects.count() == 0


def test_preview_needs_no_more_than_the_words(client):
    response = client.post(URL, {"quote": "Evidence first."})

    assert response.status_code == 200


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"quote": ""}, "Enter the quote"),
        (
            {"quote": "q" * 263},
            "Choose words for the card, 240 characters or fewer: "
            "the whole endorsement is 23 too many",
        ),
        (
            {"extract": "e" * 250},
            "The words for the card must be 240 characters or less"
            " (this is 10 too many)",
        ),
        (
            {"name": "Dr \U00012000"},
            "Remove \U00012000 from the name: the card cannot draw it",
        ),
    ],
)
def test_what_cannot_be_drawn_is_said_in_a_sentence(client, change, sentence):
    response = client.post(URL, answers(**change))

    assert response.status_code == 200
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode() == sentence


def test_half_an_email_address_does_not_stop_the_preview(client):
    response = client.post(URL, answers(author_email="champ@", uses=[]))

    assert response.status_code == 200


def test_chosen_photo_is_drawn_and_not_stored(client):
    red = photo(saved(drawn((800, 800)).point(lambda _: 200)))

    without = client.post(URL, answers())
    response = client.post(URL, answers(photo=red))

    assert picture(response.content).tobytes() != picture(without.content).tobytes()
    assert Picture.objects.count() == 0


def test_kept_photo_is_drawn_and_not_copied(client):
    kept = client.post(PAGE, answers(photo=photo())).content.decode()
    [value] = re.findall(r'name="photo_kept" value="([^"]+)"', kept)
    Picture.objects.get().claim(alt_text="A sample portrait")

    without = client.post(URL, answers())
    response = client.post(URL, answers(photo_kept=value))

    assert picture(response.content).tobytes() != picture(without.content).tobytes()
    assert Picture.objects.count() == 1


def test_removed_photo_is_not_drawn(client):
    kept = client.post(PAGE, answers(photo=photo())).content.decode()
    [value] = re.findall(r'name="photo_kept" value="([^"]+)"', kept)

    without = client.post(URL, answers())
    response = client.post(URL, answers(photo_kept=value, photo_remove="on"))

    assert response.content == without.content


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The selected file is empty"),
        (b"not a photo", "The selected file must be a JPEG, PNG or WebP"),
        (
            b"\xff\xd8" + bytes(1_000_001),
            "The preview cannot show a photo of this size. You can still send the form",
        ),
    ],
    ids=["0 bytes", "renamed", "large"],
)
def test_bad_photo_in_a_preview_is_a_sentence(client, data, sentence):
    response = client.post(URL, answers(photo=photo(data)))

    assert (response.status_code, response.content.decode()) == (200, sentence)


def test_forged_kept_photo_is_none(client):
    store_upload(photo())

    response = client.post(URL, answers(photo_kept="1:forged"))

    assert response.content == client.post(URL, answers()).content


def test_many_previews_from_one_address_are_held_back(client):
    client.post(URL, answers())
    exhaust_throttle()

    response = client.post(URL, answers())

    assert (response.status_code, response.content.decode()) == (429, TOO_MANY)


def test_preview_answers_to_post_alone(client):
    assert client.get(URL).status_code == 405


def test_preview_button_shows_the_card_on_the_next_page(client):
    response = client.post(PAGE, answers(preview="Preview your card"))

    page = response.content.decode()
    [data] = re.findall(r'src="data:image/png;base64,([^"]+)"', page)
    assert response.status_code == 200
    assert picture(base64.b64decode(data)).size == (1200, 675)
    assert "img-src 'self' data:" in response["Content-Security-Policy"]
    assert response["Cache-Control"] == "no-store"
    assert "Evidence makes every decision safer." in page
    assert "nhsuk-error-summary" not in page
    assert Endorsement.objects.count() == 0


def test_other_pages_of_the_form_take_no_data_image(client):
    policies = [
        client.get(PAGE)["Content-Security-Policy"],
        client.post(PAGE, {})["Content-Security-Policy"],
    ]

    assert not any("data:" in policy for policy in policies)


def test_preview_button_keeps_what_is_still_empty_quiet(client):
    response = client.post(
        PAGE, {"quote": "Evidence first.", "preview": "Preview your card"}
    )

    assert response.status_code == 200
    assert not response.context["form"].errors


def test_preview_button_says_what_does_not_fit(client):
    response = client.post(PAGE, answers(quote="q" * 263, preview="Preview your card"))

    page = response.content.decode()
    assert response.status_code == 422
    assert "data:image" not in page
    assert page.count("the whole endorsement is 23 too many") == 3


def test_preview_button_keeps_the_chosen_photo(client):
    response = client.post(PAGE, answers(photo=photo(), preview="Preview your card"))

    assert 'name="photo_kept"' in response.content.decode()
    assert Picture.objects.unclaimed().count() == 1
