"""A champion's photo is cropped round the point that was chosen, on every page."""

import re

from amd.moderation import moves
from amd.moderation.links import my_link
from amd.pictures import signed
from amd.pictures.models import Picture
from amd.pictures.upload import store_upload
from amd.publishing.cards import card_of
from amd.publishing.models import Publication
from endorsements.models import Endorsement
from tests.amd.pictures.files import drawn, saved, swept_before_it_is_claimed
from tests.endorsements.answers import NEEDED, answers, photo, send_confirmed
from tests.factories import make_picture, publish_endorsement

PAGE, PREVIEW = "/endorse/", "/endorse/preview/"


def wide():
    """Red in its top left quarter alone."""
    return photo(saved(drawn((1600, 800))))


def with_photo(**overrides):
    return answers(
        **{
            "photo": wide(),
            "photo_alt": "A sample portrait",
            "photo_left": "82",
            "photo_top": "40",
            "uses": [*NEEDED, "photo"],
            **overrides,
        }
    )


def focal_of(picture):
    return (picture.focal_x, picture.focal_y)


def kept_value(response):
    return re.search(r'name="photo_kept" value="([^"]+)"', response.text)[1]


def test_chosen_middle_is_kept_with_the_photo(client):
    client.post(PAGE, with_photo())

    picture = Endorsement.objects.get().photo
    assert focal_of(picture) == (0.82, 0.4)
    assert picture.claimed_at


def test_without_a_choice_the_middle_is_the_usual_one(client):
    client.post(PAGE, with_photo(photo_left="", photo_top=""))

    assert focal_of(Endorsement.objects.get().photo) == (0.5, 0.35)


def test_wrong_number_is_said_and_nothing_typed_is_lost(client):
    response = client.post(PAGE, with_photo(photo_left="NaN"))

    assert response.status_code == 422
    assert response.context["form"].errors == {
        "photo": [
            "Enter how far the middle is from the left, as a number from 0 to 100, "
            "for example 50"
        ]
    }
    assert 'value="NaN"' in response.text
    assert "Evidence makes every decision safer." in response.text
    assert signed.read(kept_value(response)) == Picture.objects.get()


def test_chosen_middle_moves_the_preview(client):
    left = client.post(PREVIEW, with_photo(photo_left="0"))
    right = client.post(PREVIEW, with_photo(photo_left="100"))

    assert left["Content-Type"] == right["Content-Type"] == "image/png"
    assert left.content != right.content


def test_chosen_middle_moves_the_preview_of_a_kept_photo(client):
    kept = signed.sign(store_upload(wide()))
    data = with_photo(photo="", photo_kept=kept)

    left = client.post(PREVIEW, {**data, "photo_left": "0"})
    right = client.post(PREVIEW, {**data, "photo_left": "100"})

    assert left.content != right.content


def test_wrong_number_is_said_in_place_of_the_preview(client):
    response = client.post(PREVIEW, with_photo(photo_top="-5"))

    assert response.text == (
        "Enter how far the middle is from the top, as a number from 0 to 100, "
        "for example 35"
    )


def test_without_scripts_the_preview_page_crops_round_the_middle(client):
    pages = [
        client.post(PAGE, with_photo(preview="preview", photo_left=left))
        for left in ("0", "100")
    ]

    first, second = (page.context["still"]["src"] for page in pages)
    assert first != second
    assert Endorsement.objects.count() == 0


def test_another_middle_makes_another_sending(client):
    """Somebody who goes back, moves it and sends again has sent both."""
    client.post(PAGE, with_photo())
    client.post(PAGE, with_photo(photo_left="10"))

    assert Endorsement.objects.count() == 2


def test_middle_is_changed_without_another_upload(client, national_lead):
    endorsement = send_confirmed(client, **with_photo())
    moves.send_back(
        endorsement,
        by=national_lead.user,
        seen_version=endorsement.version,
        note="Show the face.",
    )
    page = f"/my/{my_link(endorsement)}/endorsement/"
    asked = client.get(page)

    sent = with_photo(
        photo="",
        photo_kept=kept_value(asked),
        photo_left="10",
        version=endorsement.version,
    )
    response = client.post(page, sent)

    assert response.status_code == 302
    assert 'value="82"' in asked.text
    assert focal_of(Picture.objects.get()) == (0.1, 0.4)


def test_public_card_keeps_its_middle_until_it_is_published_again(national_lead):
    picture = make_picture(focal_x=0.82)
    record = publish_endorsement(photo=picture)

    picture.claim(alt_text="A person", focal=(0.1, 0.4))

    live = Publication.objects.live().get()
    assert card_of(live).content.photo.focal == (0.82, 0.35)
    assert record.words()[0].photo == picture.digest


def test_photo_that_was_swept_meanwhile_is_asked_for_again(client):
    with swept_before_it_is_claimed():
        response = client.post(PAGE, with_photo())

    assert response.status_code == 422
    assert response.context["form"].errors == {"photo": ["Select the photo again"]}
    assert "Evidence makes every decision safer." in response.text
    assert 'name="photo_kept"' not in response.text
    assert not Endorsement.objects.exists()


def test_lead_is_asked_for_a_swept_photo_again(national_lead):
    typed = {
        **with_photo(photo="", photo_kept=signed.sign(store_upload(wide()))),
        "uses": [],
        "source": "written",
        "version_seen": "1",
        "form_key_seen": "5f3a4d1e-6c0e-4f13-9a3c-0f3b5bb5b9e1",
    }

    with swept_before_it_is_claimed():
        response = national_lead.client.post(
            "/admin/endorsements/endorsement/add/", typed
        )

    form = response.context["adminform"].form
    assert form.errors == {"photo": ["Select the photo again"]}
    assert form["quote"].value() == "Evidence makes every decision safer."
    assert not Endorsement.objects.exists()
