"""Asking one person about their exact words, and what each answer does."""

import pytest
from django.utils import timezone

from amd.campaign.models import ConsentWording
from amd.consent.covers import covers
from amd.consent.models import ConsentRecord, SignOff, Use
from amd.mail.models import Outbox
from amd.moderation import moves, sign_off
from amd.moderation.links import my_address, sign_off_address
from amd.moderation.sign_off import NotOpen, WordsChanged
from amd.records.errors import AlreadyDecided, MoveNotAllowed
from amd.records.models import Role
from tests.amd.moderation.asked import (
    ADDRESS,
    approved,
    ask,
    edit,
    live,
    make_quoting_study,
    now,
    publish,
    published_endorsement,
)
from tests.factories import make_endorsement, make_wordings

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def wordings():
    return make_wordings()


@pytest.fixture
def endorsement(north):
    return make_endorsement(region=north)


def mails_to(address):
    return list(Outbox.objects.filter(address=address).order_by("pk"))


def test_question_freezes_the_words_and_mails_the_link(endorsement, north_lead):
    question = ask(endorsement, by=north_lead.user)

    assert question.texts["quote"] == endorsement.quote
    assert question.digest == endorsement.words()[0].digest()
    assert question.asked_by == north_lead.user
    (mail,) = mails_to(ADDRESS)
    assert sign_off_address(question) in mail.body
    assert "Nora North would like to use your words" in mail.body


def test_asking_changes_neither_status_nor_version(endorsement):
    before = (endorsement.status, endorsement.version)

    ask(endorsement)

    assert (now(endorsement).status, now(endorsement).version) == before


def test_asking_again_takes_the_place_of_the_first_question(endorsement):
    first = ask(endorsement)
    second = ask(endorsement, email="right@example.nhs.uk")

    first.refresh_from_db()
    assert first.replaced_at
    with pytest.raises(NotOpen):
        sign_off.approve(first, uses=Use.values)
    sign_off.approve(second, uses=Use.values)


def test_lead_who_saw_other_words_asks_nothing(endorsement):
    with pytest.raises(AlreadyDecided):
        sign_off.ask(
            endorsement,
            person="champion",
            email=ADDRESS,
            by=Role.LEAD,
            seen_version=endorsement.version + 1,
        )

    assert not SignOff.objects.exists()


@pytest.mark.parametrize("status", ["draft", "declined", "withdrawn"])
def test_nobody_is_asked_about_what_will_not_be_public(north, status):
    record = make_endorsement(region=north, status=status)

    with pytest.raises(MoveNotAllowed):
        ask(record)


def test_person_who_is_not_in_it_is_not_asked(endorsement):
    with pytest.raises(MoveNotAllowed):
        ask(endorsement, person="quoted")


def test_approval_covers_these_words_and_is_mailed_back(endorsement):
    question = approved(endorsement, ["website", "name", "title"])

    coverage = covers(endorsement, now(endorsement).words())
    assert coverage.is_complete
    assert coverage.uses == {"website", "name", "title"}
    assert question.answer == "approved"
    assert "I agree to name" in mails_to(ADDRESS)[-1].body
    assert "I agree to photo" not in mails_to(ADDRESS)[-1].body


def test_answer_keeps_the_wording_in_force_when_it_is_given(endorsement):
    question = ask(endorsement)
    newer = ConsentWording.objects.create(
        person="champion", version=2, introduction="", uses={}, terms=""
    )

    answer = sign_off.approve(question, uses=["website"])

    assert answer.wording == newer


def test_answer_raises_the_version_so_that_a_lead_is_told(endorsement):
    seen = endorsement.version
    approved(endorsement)

    with pytest.raises(AlreadyDecided):
        moves.accept(now(endorsement), by=Role.SET_UP, seen_version=seen)


def test_refusal_keeps_an_answer_without_uses(endorsement):
    question = ask(endorsement)

    sign_off.refuse(question, comment="Not now.")

    assert ConsentRecord.objects.get().uses == []
    assert not covers(endorsement, now(endorsement).words()).is_complete
    question.refresh_from_db()
    assert (question.answer, question.comment) == ("refused", "Not now.")


def test_refusal_of_words_that_are_public_takes_them_down(endorsement):
    question = published_endorsement()

    sign_off.refuse(ask(question.record))

    assert live(question.record) is None


def test_refusal_of_newer_words_leaves_those_agreed_before(endorsement):
    question = published_endorsement()
    edit(question.record, quote="Other words altogether.")

    sign_off.refuse(ask(question.record))

    assert live(question.record)


def test_wish_for_a_change_agrees_to_nothing_and_tells_the_leads(endorsement):
    question = ask(endorsement)
    before = endorsement.version

    sign_off.ask_for_changes(question, comment="Say “our librarian”.")

    assert not ConsentRecord.objects.exists()
    assert now(endorsement).version == before + 1
    (mail,) = mails_to(endorsement.region.mailbox)
    assert "Say “our librarian”." in mail.body


def test_contributor_who_asked_is_told_on_their_own_page(north):
    story = make_quoting_study(region=north)
    question = ask(story, by=Role.AUTHOR)

    sign_off.refuse(question)

    assert my_address(story) in mails_to(story.author_email)[-1].body
    assert not any("Said no" in m.body for m in mails_to(north.mailbox))


ANSWERS = {
    "approve": lambda question: sign_off.approve(question, uses=Use.values),
    "refuse": lambda question: sign_off.refuse(question),
    "ask_for_changes": lambda question: sign_off.ask_for_changes(
        question, comment="Other words"
    ),
}


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_only_the_first_answer_is_kept(endorsement, answer):
    question = approved(endorsement)
    before = (ConsentRecord.objects.count(), now(endorsement).version)

    with pytest.raises(NotOpen):
        answer(question)

    assert (ConsentRecord.objects.count(), now(endorsement).version) == before


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_answer_to_words_that_were_changed_is_not_kept(endorsement, answer):
    question = ask(endorsement)
    edit(endorsement, title="Chief Executive")

    with pytest.raises(WordsChanged):
        answer(question)

    assert not ConsentRecord.objects.exists()
    question.refresh_from_db()
    assert not question.answer


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_answer_after_the_last_day_is_not_kept(endorsement, answer):
    question = ask(endorsement)
    SignOff.objects.update(expires_at=timezone.now())

    with pytest.raises(NotOpen):
        answer(question)

    assert not ConsentRecord.objects.exists()


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_answer_about_what_was_declined_is_not_kept(endorsement, answer):
    question = ask(endorsement)
    story = now(endorsement)
    moves.decline(story, by=Role.SET_UP, seen_version=story.version, note="No")

    with pytest.raises(NotOpen):
        answer(question)

    assert not ConsentRecord.objects.exists()


def test_another_format_or_theme_needs_no_new_answer(endorsement):
    approved(endorsement)

    edit(endorsement, author_email="other@example.nhs.uk")

    assert covers(endorsement, now(endorsement).words()).is_complete


def test_published_words_signed_off_by_link_are_their_own_word(endorsement):
    approved(endorsement)

    publish(endorsement)

    assert live(endorsement).consent.method == "sign_off"
