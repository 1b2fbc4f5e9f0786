"""The page itself: the card in both designs, its words, and one press to the other."""

import base64
import re

import pytest
from django.conf import settings

from tests.amd.comms.make.answers import (
    QUOTE,
    SOCIAL,
    STORY,
    kept,
    logo,
    opened,
    photo,
    sent,
    typed,
)

pytestmark = pytest.mark.django_db


def still(html):
    """The picture that stands in the page."""
    encoded = re.search(r'src="data:image/png;base64,([^"]+)"', html)
    return opened(base64.b64decode(encoded[1]))


def test_fresh_page_asks_for_a_social_card(client):
    response = client.get("/make/")

    assert response.status_code == 200
    assert 'name="quote"' in response.text
    assert 'name="headline"' not in response.text


def test_design_is_chosen_by_the_address(client):
    assert 'name="headline"' in client.get("/make/?design=vignette").text


def test_card_is_shown_in_the_chosen_format(client):
    response = sent(client, shown="square", theme="night")

    assert response.status_code == 200
    assert still(response.text).size == (1080, 1080)
    assert response.headers["Cache-Control"] == "no-store"


def test_only_an_answer_with_a_picture_in_it_allows_such_pictures(client):
    assert "data:" in sent(client).headers["Content-Security-Policy"]
    assert "img-src 'self' data:" in sent(client).headers["Content-Security-Policy"]
    fresh = client.get("/make/")

    assert "data:" not in fresh.headers.get("Content-Security-Policy", "")


def test_every_word_of_the_card_stands_beside_it_as_text(client):
    html = sent(client, logo=logo(), partners="Sampleshire Library").text

    alt = re.search(r'id="alt-text">([^<]+)<', html)[1]
    for words in (QUOTE, "Dr Sample Person", "Medical Director", "Local card"):
        assert words in alt
    assert "Logos: Sampleshire Library" in alt
    assert settings.CAMPAIGN_HASHTAG in alt


def test_words_about_a_picture_that_is_not_there_are_left_out(client):
    alt = typed(client, photo_alt="A nurse", partners="A charity").json()["alt"]

    assert QUOTE in alt
    assert "A nurse" not in alt
    assert "A charity" not in alt


def test_words_for_each_network_name_no_page_of_the_campaign(client):
    html = sent(client).text

    posts = re.findall(r'id="post-\w+">([^<]+)<', html)
    assert len(posts) == 6
    assert all("http" not in post and QUOTE in post for post in posts)


def test_person_is_asked_with_their_own_words(client):
    html = sent(client, photo=photo()).text

    letter = re.search(r'id="ask-text">([^<]+)<', html)[1]
    assert letter.startswith("Dear Dr Sample Person")
    assert QUOTE in letter
    assert "this photo" in letter
    assert "this photo" not in typed(client).json()["request"]


def test_other_design_takes_over_what_is_typed(client):
    html = sent(client, switch="vignette", photo=photo(), theme="blue").text

    assert 'name="headline"' in html
    assert QUOTE in html
    assert kept(html, "photo")
    # Nobody chose the colours: they are as the other design has them.
    assert re.search(r'value="light" checked', html)


def test_chosen_colours_stay_with_the_other_design(client):
    html = sent(client, switch="vignette", theme="night").text

    assert re.search(r'value="night" checked', html)


def test_what_is_not_typed_yet_is_no_mistake(client):
    response = sent(client, {"design": "vignette"}, figure="£500")

    assert response.status_code == 200
    assert still(response.text).size == (1080, 1350)


def test_what_is_shown_of_typed_words_is_the_file(client):
    few = {"design": "social_card", "quote": QUOTE}

    shown = typed(client, few).json()["picture"]

    assert base64.b64decode(shown) == sent(client, few, get="landscape.png").content


def test_before_the_first_word_others_stand_in(client):
    nothing = {"design": "social_card", "quote": ""}

    assert typed(client, nothing).json()["picture"]
    assert sent(client, nothing, get="landscape.png").status_code == 422


def test_story_is_drawn_with_what_it_leaves_out(client):
    response = sent(client, STORY, shown="landscape", photo=photo())

    assert "has no room for the picture" in response.text
    assert still(response.text).size == (1200, 675)


@pytest.mark.parametrize("design", ["", "poster", "../etc", "\x00"])
def test_design_that_is_none_of_ours_is_a_social_card(client, design):
    response = client.post("/make/", {**SOCIAL, "design": design})

    assert response.status_code == 200
    assert 'name="quote"' in response.text


def test_formats_without_room_are_named_once_somebody_stops_typing(client):
    wide = {**SOCIAL, "quote": "W" * 240, "title": "W" * 120, "organisation": "W" * 120}

    problems = typed(client, wide, measure="1").json()["problems"]

    assert "to fit the link preview format" in problems["link"]
    assert set(problems) > {"landscape", "a4", "pptx"}
    assert set(typed(client, measure="1").json()["problems"].values()) == {""}
