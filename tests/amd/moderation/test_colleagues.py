"""A lead asks a colleague on the review page, reads the answer, takes a question back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from amd.mail.models import Outbox
from amd.moderation import colleagues, moves
from amd.moderation.links import colleague_address
from amd.moderation.models import ColleagueQuestion
from amd.records.errors import AlreadyDecided
from tests.amd.moderation.asked import ask
from tests.amd.moderation.desk_steps import page, sentences
from tests.factories import make_endorsement, make_wordings

pytestmark = pytest.mark.django_db

SENT = {"email": "col@example.org", "question": "Is “time to theatre” right?"}


@pytest.fixture
def record(north):
    return make_endorsement(region=north, author_email="author@example.org")


@pytest.fixture
def asked(record, north_lead):
    return colleagues.ask(record, by=north_lead.user, **SENT)


def post(person, record, **sent):
    return person.client.post(
        page(record, "ask_colleague"), {**SENT, **sent}, follow=True
    )


def shown(person, record):
    (one,) = person.client.get(page(record)).context["colleagues"]["asked"]
    return one


def test_a_colleague_is_mailed_a_link_with_the_question(record, north_lead):
    answer = post(north_lead, record)

    assert sentences(answer) == [
        "Sent to col@example.org. Their answer is mailed to you and shown here."
    ]
    question, mail = ColleagueQuestion.objects.get(), Outbox.objects.get()
    assert mail.address == "col@example.org"
    assert mail.subject == f"A question about an endorsement, {record.shown_reference}"
    assert SENT["question"] in mail.body
    assert colleague_address(question) in mail.body
    assert (mail.region, mail.reference) == (record.region, record.reference)


def test_two_clicks_ask_once(record, north_lead):
    post(north_lead, record)
    post(north_lead, record)

    assert (ColleagueQuestion.objects.count(), Outbox.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("email", "said"),
    [
        ("Author@example.org", colleagues.OF_AUTHOR),
        ("sam@example.nhs.uk", colleagues.OF_QUOTED),
        ("", "Enter your colleague's email address"),
        (
            "col",
            "Enter an email address in the correct format, like name@example.nhs.uk",
        ),
    ],
)
def test_an_address_that_is_no_colleagues_is_refused(record, north_lead, email, said):
    make_wordings()
    ask(record, email="sam@example.nhs.uk")

    answer = post(north_lead, record, email=email)

    assert answer.context["form"].errors == {"email": [said]}
    assert SENT["question"] in answer.text
    assert not ColleagueQuestion.objects.exists()


def test_ones_own_address_is_refused(record, north_lead):
    answer = post(north_lead, record, email=north_lead.user.email.upper())

    assert answer.context["form"].errors == {"email": [colleagues.OWN]}


def test_a_question_of_20_000_characters_is_refused_and_kept(record, north_lead):
    answer = post(north_lead, record, question="a" * 20_000)

    assert answer.context["form"].errors == {
        "question": [
            "Your question must be 1,000 characters or less (this is 19,000 too many)"
        ]
    }
    assert "a" * 20_000 in answer.text
    assert not Outbox.objects.exists()


def test_twenty_questions_an_hour_are_enough(record, north_lead):
    for number in range(20):
        post(north_lead, record, question=f"Number {number}?")

    answer = post(north_lead, record, question="One more?")

    assert answer.context["form"].non_field_errors() == [
        "You have asked 20 questions in the last hour. Wait before you ask another"
    ]
    assert ColleagueQuestion.objects.count() == 20


def test_nobody_is_asked_about_what_is_decided(record, north_lead):
    moves.decline(record, by=north_lead.user, seen_version=1, note="No, thank you")

    answer = post(north_lead, record)

    assert answer.context["form"].non_field_errors() == [
        "Not sent: this has been decided meanwhile. There is nothing to ask."
    ]
    assert not ColleagueQuestion.objects.exists()


def test_the_answer_is_mailed_and_shown(record, north_lead, asked):
    colleagues.answer(asked, text="Yes, that is its name.")

    mail = Outbox.objects.latest("pk")
    assert mail.address == north_lead.user.email
    assert mail.subject == f"Your colleague has answered, {record.shown_reference}"
    assert "Yes, that is its name." in mail.body
    assert f"/admin/records/record/{record.pk}/review/" in mail.body
    one = shown(north_lead, record)
    assert (one["answer"], one["state"]) == ("Yes, that is its name.", "Answered")


def test_the_region_is_told_where_whoever_asked_is_gone(record, north_lead, asked):
    north_lead.user.is_active = False
    north_lead.user.save()

    colleagues.answer(asked, text="Yes.")

    assert Outbox.objects.latest("pk").address == record.region.mailbox


def test_of_two_answers_the_first_is_kept(asked):
    colleagues.answer(asked, text="Yes.")

    with pytest.raises(AlreadyDecided):
        colleagues.answer(asked, text="No.")

    asked.refresh_from_db()
    assert asked.answer == "Yes."


def test_a_question_is_taken_back(record, north_lead, asked):
    answer = north_lead.client.post(
        page(record, "stop_asking"), {"question": asked.pk}, follow=True
    )

    assert sentences(answer) == ["Taken back: the link does not work any more."]
    one = shown(north_lead, record)
    assert (one["state"], one["email"], one["is_open"]) == ("Taken back", "", False)


def test_what_is_answered_is_not_taken_back(record, north_lead, asked):
    colleagues.answer(asked, text="Yes.")

    answer = north_lead.client.post(
        page(record, "stop_asking"), {"question": asked.pk}, follow=True
    )

    assert sentences(answer) == ["Not changed: that question is answered already."]


@pytest.mark.parametrize("sent", ["", "x", "0", "99999999999999999999999"])
def test_a_question_that_is_none_changes_nothing(record, north_lead, asked, sent):
    answer = north_lead.client.post(page(record, "stop_asking"), {"question": sent})

    assert answer.status_code == 404
    asked.refresh_from_db()
    assert asked.key == 1


def test_a_question_about_another_record_is_not_taken_back(north_lead, north, asked):
    other = make_endorsement(region=north)

    north_lead.client.post(page(other, "stop_asking"), {"question": asked.pk})

    asked.refresh_from_db()
    assert asked.key == 1


def test_a_question_runs_out(record, north_lead, asked):
    past = timezone.now() - timedelta(seconds=1)
    ColleagueQuestion.objects.update(expires_at=past)

    assert shown(north_lead, record)["state"] == (
        "The link ran out before there was an answer"
    )
    with pytest.raises(AlreadyDecided):
        colleagues.answer(asked, text="Too late")


@pytest.mark.parametrize("name", ["ask_colleague", "stop_asking"])
def test_another_regions_record_is_not_there(record, south_lead, asked, name):
    answer = south_lead.client.post(
        page(record, name), {**SENT, "question": str(asked.pk)}
    )

    assert answer.status_code == 404
    assert ColleagueQuestion.objects.get().key == 1
