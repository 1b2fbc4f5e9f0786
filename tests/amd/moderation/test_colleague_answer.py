"""A colleague without an account opens the link, reads what is not public, answers."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from amd.moderation import colleagues, moves
from amd.moderation.links import colleague_link, my_link
from amd.moderation.models import ColleagueQuestion
from amd.records.models import Role
from tests.amd.moderation.asked import heading, now
from tests.factories import make_case_study, make_endorsement

pytestmark = pytest.mark.django_db

QUESTION = "Is this what you call it?"
QUOTE = "A search that changed our order."


@pytest.fixture
def record(north):
    return make_endorsement(
        region=north, quote=QUOTE, author_email="author@example.org"
    )


@pytest.fixture
def asked(record, north_lead):
    return colleagues.ask(
        record, email="col@example.org", question=QUESTION, by=north_lead.user
    )


@pytest.fixture
def client(visitor):
    return visitor.client


def address(question, name="colleague"):
    return reverse(f"moderation:{name}", args=[colleague_link(question)])


def stored(question):
    return ColleagueQuestion.objects.get(pk=question.pk)


def test_the_words_stand_beside_the_question(client, asked):
    page = client.get(address(asked))

    assert "A question from Nora North" in heading(page)
    assert QUESTION in page.text
    assert QUOTE in page.text
    assert page["Cache-Control"] == "no-store"
    assert page["Referrer-Policy"] == "no-referrer"


def test_no_address_stands_on_the_page(client, asked):
    assert "@example.org" not in client.get(address(asked)).text


def test_a_case_study_is_shown_whole(client, north, north_lead):
    study = make_case_study(region=north)
    asked = colleagues.ask(
        study, email="col@example.org", question=QUESTION, by=north_lead.user
    )

    page = client.get(address(asked)).text

    for words in (study.headline, study.challenge, study.impact):
        assert words in page


def test_the_card_is_drawn_while_it_is_asked_about(client, asked):
    card = client.get(address(asked, "colleague_card"))

    assert card["Content-Type"] == "image/png"
    assert card["Cache-Control"] == "no-store"
    colleagues.answer(asked, text="Yes.")
    assert client.get(address(asked, "colleague_card")).status_code == 404


def test_opening_the_link_changes_nothing(client, asked):
    before = ColleagueQuestion.objects.values().get()

    client.get(address(asked))
    client.head(address(asked))

    assert ColleagueQuestion.objects.values().get() == before


def test_an_answer_is_kept_and_its_author_thanked(client, asked):
    page = client.post(address(asked), {"answer": "Yes, we do."}, follow=True)

    assert stored(asked).answer == "Yes, we do."
    assert "Thank you for your answer" in heading(page)
    # Who has answered has no more need of what is not public.
    assert QUOTE not in page.text


def test_the_second_click_finds_the_first_answer(client, asked):
    client.post(address(asked), {"answer": "Yes, we do."})

    again = client.post(address(asked), {"answer": "Yes, we  do."})

    assert again.status_code == 302


def test_another_answer_is_told_that_it_is_not_kept(client, asked):
    client.post(address(asked), {"answer": "Yes, we do."})

    page = client.post(address(asked), {"answer": "No, we never do."})

    assert page.status_code == 409
    assert "Your answer was not kept." in page.text
    assert "No, we never do." in page.text
    assert stored(asked).answer == "Yes, we do."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (" ", "Enter your answer"),
        (
            "a" * 20_000,
            "Your answer must be 2,000 characters or less (this is 18,000 too many)",
        ),
    ],
    ids=["nothing", "too much"],
)
def test_a_bad_answer_is_asked_again(client, asked, typed, said):
    page = client.post(address(asked), {"answer": typed})

    assert page.status_code == 422
    assert page.context["form"].errors == {"answer": [said]}
    assert typed in page.text
    assert stored(asked).answered_at is None


def test_what_is_decided_is_read_by_no_colleague(client, asked, record, north_lead):
    moves.accept(record, by=north_lead.user, seen_version=1)
    assert QUOTE in client.get(address(asked)).text
    moves.decline(record, by=north_lead.user, seen_version=2, note="No, thank you")

    page = client.post(address(asked), {"answer": "Yes, we do."})

    assert page.status_code == 409
    assert "There is nothing to answer any more" in page.text
    assert QUOTE not in page.text
    # What somebody typed is not lost to them.
    assert "Yes, we do." in page.text
    assert stored(asked).answer == ""


def test_a_link_out_of_time_shows_nothing(client, asked):
    past = timezone.now() - timedelta(seconds=1)
    ColleagueQuestion.objects.update(expires_at=past)

    page = client.get(address(asked))

    assert "This link is out of time" in page.text
    assert QUOTE not in page.text


def test_a_question_taken_back_has_no_link(client, asked, record):
    link = address(asked)
    colleagues.stop(record, seen=asked.pk)

    assert client.get(link).status_code == 404


def test_a_link_of_another_kind_opens_nothing(client, record, asked, security):
    wrong = reverse("moderation:colleague", args=[my_link(record)])

    assert client.get(wrong).status_code == 404
    assert security() == ["event=wrong-link purpose=colleague"]


def test_withdrawal_takes_the_question_and_its_answer_with_it(client, asked, record):
    colleagues.answer(asked, text="Yes, we do.")
    link = address(asked)

    moves.withdraw(record, by=Role.AUTHOR, seen_version=now(record).version)

    kept = stored(asked)
    assert (kept.email, kept.question, kept.answer) == ("", "", "")
    assert client.get(link).status_code == 404
