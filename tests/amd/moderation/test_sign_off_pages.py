"""The page of a person without an account: their words, and three answers."""

from io import BytesIO

import pytest
from PIL import Image

from amd.campaign.models import ConsentWording
from amd.consent.models import ConsentRecord, Use
from amd.moderation.sign_off_shown import LABELS
from tests.amd.moderation.asked import (
    ALL_OF_IT,
    address_of,
    answer,
    ask,
    live,
    make_quoting_study,
    publish,
    state,
)
from tests.factories import make_endorsement, make_picture, make_wordings

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def wordings():
    return make_wordings()


def test_page_shows_the_exact_words_and_who_asks(client, question):
    text = client.get(address_of(question)).text

    assert question.texts["quote"] in text
    assert "Dr Robin Sample" in text
    assert "Medical Director" in text
    assert "Sampleshire NHS Trust" in text


def test_words_are_shown_as_text_whatever_they_are(client, north):
    question = ask(make_endorsement(region=north, quote="<b>A & B</b>"))

    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in client.get(address_of(question)).text


def test_interview_and_capacity_are_shown_with_the_words(client, north):
    question = ask(
        make_endorsement(
            region=north,
            source="interview",
            source_url="https://videos.example/robin",
            transcript="What is evidence to you?\nWhere I begin.",
            capacity="for_organisation",
        )
    )

    text = client.get(address_of(question)).text

    assert 'href="https://videos.example/robin"' in text
    assert "<p>Where I begin.</p>" in text
    assert "Speaking for your organisation" in text


@pytest.mark.parametrize("make", [make_endorsement, make_quoting_study])
def test_nothing_is_asked_about_that_the_page_has_no_place_for(north, make):
    story = {"picture": make_picture(), "picture_shows_person": True}
    interview = {
        "transcript": "Said.",
        "source_url": "https://videos.example/robin",
        "capacity": "for_organisation",
    }
    record = make(region=north, **(interview if make is make_endorsement else story))

    assert set(ask(record).texts) <= set(LABELS)


def test_every_use_is_asked_on_its_own_and_none_is_ticked(client, north):
    question = ask(make_endorsement(region=north, photo=make_picture()))

    text = client.get(address_of(question)).text

    assert text.count('name="uses"') == len(Use)
    assert "checked" not in text
    assert "I agree to photo" in text
    assert "version 1" in text


def test_photo_is_asked_about_only_where_there_is_one(client, question):
    text = client.get(address_of(question)).text

    assert "I agree to photo" not in text
    assert "I agree to name" in text


def test_page_is_kept_by_no_cache_and_told_to_no_other_site(client, question):
    response = client.get(address_of(question))

    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.headers["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("rest", ["", "uses/", "withdraw/", "card/square.png"])
@pytest.mark.parametrize("method", ["get", "head"])
def test_mail_scanner_that_opens_every_link_changes_nothing(
    client, question, method, rest
):
    before = state(question.record)

    getattr(client, method)(address_of(question, rest))

    assert state(question.record) == before


def test_new_link_is_never_sent_on_a_get(client, question):
    assert client.get(address_of(question, "new-link/")).status_code == 405


def test_card_is_drawn_for_this_answer_and_never_filed(client, question, settings):
    response = client.get(address_of(question, "card/square.png"))

    assert response.headers["Content-Type"] == "image/png"
    assert response.headers["Cache-Control"] == "no-store"
    assert Image.open(BytesIO(response.content)).size == (1080, 1080)
    assert not (settings.MEDIA_ROOT / "cards").exists()


@pytest.mark.parametrize("name", ["thumb", "a4", "nonsense"])
def test_what_is_no_picture_for_download_is_not_drawn(client, question, name):
    assert client.get(address_of(question, f"card/{name}.png")).status_code == 404


def test_quoted_person_reads_their_part_and_the_story_around_it(client, north):
    question = ask(make_quoting_study(region=north))

    text = client.get(address_of(question)).text

    assert text.index("It changed what we order.") < text.index("The challenge")
    assert "The ward could not tell which pump was safest." in text
    assert f"{address_of(question)}card/portrait.png" in text


# The three answers.


def test_approval_is_kept_and_the_same_address_says_so(client, question):
    response = answer(client, question, "approved", uses=ALL_OF_IT)

    assert (response.status_code, response.url) == (302, address_of(question))
    kept = ConsentRecord.objects.get()
    assert (kept.method, kept.uses) == ("sign_off", sorted(ALL_OF_IT))
    text = client.get(address_of(question)).text
    assert "What you agreed to" in text
    assert "I agree to social media" in text


def test_wish_for_a_change_is_kept_with_its_words(client, question):
    answer(client, question, "changes", change="Say “our librarian”.")

    text = client.get(address_of(question)).text
    assert "You asked for a change" in text
    assert "Say “our librarian”." in text


def test_no_thank_you_needs_no_reason(client, question):
    answer(client, question, "refused")

    assert "You said no" in client.get(address_of(question)).text
    assert ConsentRecord.objects.get().uses == []


@pytest.mark.parametrize(
    ("sent", "error"),
    [
        ({}, "Select your answer"),
        ({"answer": "perhaps"}, "Select your answer from the list"),
        ({"answer": "changes"}, "Enter what should be different"),
        (
            {"answer": "approved"},
            "Select what we may do with your words. If it is nothing, select "
            "“No, thank you”",
        ),
        (
            {"answer": "approved", "uses": ["website", "photo"]},
            "Select what we may do with your words from the list",
        ),
        (
            {"answer": "changes", "change": "x" * 2001},
            "What should be different must be 2,000 characters or less "
            "(this is 1 too many)",
        ),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_kept(client, question, sent, error):
    before = state(question.record)

    response = client.post(address_of(question), {"wording_version": 1, **sent})

    assert response.status_code == 422
    assert error in response.text
    assert state(question.record) == before


def test_approval_with_less_than_is_needed_is_first_asked_about(client, question):
    before = state(question.record)

    response = answer(client, question, "approved", uses=["website", "social"])

    assert response.status_code == 200
    assert "Is this what you mean?" in response.text
    assert "We cannot publish an endorsement without the website" in response.text
    assert "I agree to job title and organisation" in response.text
    assert state(question.record) == before


def test_approval_with_less_than_is_needed_is_kept_once_it_is_meant(client, question):
    answer(client, question, "approved", uses=["website"], understood="1")

    assert ConsentRecord.objects.get().uses == ["website"]
    assert live(question.record) is None


def test_from_that_page_the_way_back_keeps_what_was_ticked(client, question):
    before = state(question.record)

    response = answer(client, question, "approved", uses=["website"], back="back")

    assert response.status_code == 200
    assert response.text.count("checked") == 2
    assert state(question.record) == before


def test_quoted_person_may_stay_unnamed_without_being_asked_twice(client, north):
    question = ask(make_quoting_study(region=north))

    response = answer(client, question, "approved", uses=["website"])

    assert response.status_code == 302
    publish(question.record)
    assert "Robin" not in client.get(live(question.record).get_absolute_url()).text


def test_wording_that_changed_while_it_was_read_is_asked_again(client, question):
    ConsentWording.objects.create(
        person="champion",
        version=2,
        introduction="",
        uses={use: f"Newly worded: {use}" for use in Use.values},
        terms="",
    )
    before = state(question.record)

    response = answer(client, question, "approved", uses=ALL_OF_IT)

    assert response.status_code == 422
    assert "We have worded these choices anew" in response.text
    assert "Newly worded: name" in response.text
    assert response.text.count("checked") == 1
    assert state(question.record) == before


def test_second_click_finds_the_first_answer_and_is_no_mistake(
    client, question, security
):
    answer(client, question, "approved", uses=ALL_OF_IT)

    response = answer(client, question, "approved", uses=ALL_OF_IT)

    assert response.status_code == 302
    assert ConsentRecord.objects.count() == 1
    assert security() == []


@pytest.mark.parametrize(
    ("given", "more"),
    [("refused", {}), ("approved", {"uses": ["website", "name", "title"]})],
)
def test_another_answer_afterwards_is_told_that_it_was_not_kept(
    client, question, security, given, more
):
    answer(client, question, "approved", uses=ALL_OF_IT)
    before = state(question.record)

    response = answer(client, question, given, **more)

    assert response.status_code == 409
    assert "This second answer was not kept" in response.text
    assert state(question.record) == before
    assert security() == ["event=answer-to-answered purpose=sign-off"]


def test_second_wish_in_other_words_is_told_that_it_was_not_kept(client, question):
    answer(client, question, "changes", change="Say “our librarian”.")

    again = answer(client, question, "changes", change="Say “our  librarian”.")
    other = answer(client, question, "changes", change="Leave my name out.")

    assert (again.status_code, other.status_code) == (302, 409)
    question.refresh_from_db()
    assert question.comment == "Say “our librarian”."
