"""Where a sign-off stands: each state, what it is called, and what staff read of it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from amd.campaign.models import User
from amd.consent.models import ConsentRecord, SignOff
from amd.moderation import sign_off
from amd.moderation.agreed_words import difference_for
from amd.moderation.answers import record_answer
from amd.moderation.asking import State, standings
from amd.moderation.told import day, sentences
from amd.records.models import Record, Role
from tests.amd.moderation.desk_steps import edit
from tests.factories import (
    make_case_study,
    make_endorsement,
    make_lead,
    make_picture,
    make_wordings,
    publish_endorsement,
)

pytestmark = pytest.mark.django_db

ADDRESS = "champion@example.nhs.uk"
NEEDED = ["website", "name", "title"]


@pytest.fixture(autouse=True)
def wordings(db):
    return make_wordings()


@pytest.fixture
def lead(north) -> User:
    return make_lead(north, name="Nora North")


def now(record):
    return Record.objects.get(pk=record.pk).story


def ask(record, lead):
    record = now(record)
    person = record.words()[-1].person
    return sign_off.ask(
        record, person=person, email=ADDRESS, by=lead, seen_version=record.version
    )


def vouch(record, lead, **more):
    record = now(record)
    record_answer(
        record,
        words=record.words()[-1],
        by=lead,
        **{"uses": NEEDED, "method": "email", **more},
    )


def approve(record, lead):
    return sign_off.approve(ask(record, lead), uses=NEEDED)


def standing(record):
    return standings(now(record))[-1]


def make_it(state, record, lead):
    """Bring a new record to this state, as people would."""
    if state == State.WAITING:
        ask(record, lead)
    elif state == State.EXPIRED:
        ask(record, lead)
        SignOff.objects.update(expires_at=timezone.now() - timedelta(hours=1))
    elif state == State.CHANGES:
        sign_off.ask_for_changes(ask(record, lead), comment="Say “Dr”.")
    elif state == State.REFUSED:
        sign_off.refuse(ask(record, lead))
    elif state == State.NOT_CONFIRMED:
        vouch(record, Role.AUTHOR, method="web_form")
    elif state == State.NOT_ENOUGH:
        vouch(record, lead, uses=["website"])
    elif state == State.OVER:
        long_ago = timezone.localdate() - timedelta(days=5 * 365 + 1)
        vouch(record, lead, told_on=long_ago)
    elif state == State.CHANGED:
        approve(record, lead)
        edit(record, lead, quote="Other words.")
    elif state == State.VOUCHED:
        vouch(record, lead)
    elif state == State.AGREED:
        approve(record, lead)


@pytest.mark.parametrize("state", State)
def test_each_state_is_told_from_the_others(north, lead, state):
    record = make_endorsement(region=north)

    make_it(state, record, lead)

    assert standing(record).state == state
    assert sentences(standing(record))


def test_words_say_what_happened_and_what_comes_next(north, lead):
    record = make_endorsement(region=north)
    today, until = timezone.localdate(), timezone.localdate() + timedelta(days=30)
    said = {State.NOT_ASKED: sentences(standing(record))}
    for state in (State.WAITING, State.CHANGES, State.AGREED):
        each = make_endorsement(region=north)
        make_it(state, each, lead)
        said[state] = sentences(standing(each))

    assert said == {
        State.NOT_ASKED: ["Nobody has asked them about these exact words yet."],
        State.WAITING: [
            f"Asked on {day(today)} by Nora North. No answer yet.",
            f"The link is valid until {day(until)}.",
        ],
        State.CHANGES: [f"Asked for a change on {day(today)}."],
        State.AGREED: [
            f"Agreed through their own link on {day(today)}.",
            f"It lasts until {day(today + timedelta(days=5 * 365))}.",
        ],
    }


def test_change_that_was_made_is_asked_about_again(north, lead):
    record = make_endorsement(region=north)
    make_it(State.CHANGES, record, lead)

    edit(record, lead, title="Consultant")

    assert sentences(standing(record)) == [
        f"Asked for a change on {day(timezone.localdate())}.",
        "The text was changed after that. Ask them again.",
    ]


def test_asked_again_after_an_edit_waits_and_says_what_no_longer_covers(north, lead):
    record = make_endorsement(region=north)
    make_it(State.CHANGED, record, lead)

    ask(record, lead)

    assert standing(record).state == State.WAITING
    assert standing(record).is_changed
    assert difference_for(now(record), standing(record)) is not None


def test_link_that_shows_other_words_does_not_count_as_asked(north, lead):
    record = make_endorsement(region=north)
    approve(record, lead)
    edit(record, lead, quote="Second words.")
    ask(record, lead)

    edit(record, lead, quote="Third words.")

    assert standing(record).state == State.CHANGED
    assert standing(record).open_question is None


def test_words_edited_back_are_covered_again(north, lead):
    record = make_endorsement(region=north, quote="First words.")
    approve(record, lead)
    edit(record, lead, quote="Second words.")

    edit(record, lead, quote="First words.")

    assert standing(record).state == State.AGREED


def test_wish_for_a_change_is_seen_though_an_earlier_answer_is_enough(north, lead):
    record = make_endorsement(region=north)
    vouch(record, lead)

    sign_off.ask_for_changes(ask(record, lead), comment="Say “Dr”.")

    assert standing(record).state == State.CHANGES
    assert sentences(standing(record))[0].endswith("vouched for by Nora North.")


def test_letter_is_named_with_its_day_and_who_vouches(north, lead):
    record = make_endorsement(region=north)
    told_on = timezone.localdate() - timedelta(days=3)

    vouch(record, lead, method="letter", told_on=told_on)

    assert sentences(standing(record))[0] == (
        f"Letter of {day(told_on)}, vouched for by Nora North."
    )


def test_question_of_a_contributor_names_nobody(north, lead):
    story = make_case_study(
        region=north,
        quote="It changed what we do.",
        attribution="named",
        quoted_name="Sam Sample",
        quoted_title="Matron",
    )
    sign_off.ask(
        story,
        person="quoted",
        email=ADDRESS,
        by=Role.AUTHOR,
        seen_version=story.version,
    )

    assert sentences(standing(story))[0] == (
        f"Asked on {day(timezone.localdate())} by the contributor. No answer yet."
    )


def changed_names(record):
    found = difference_for(now(record), standing(record))
    return found and [label for label, _ in found.texts]


def test_difference_is_to_the_words_they_signed(north, lead):
    record = make_endorsement(region=north)
    approve(record, lead)

    edit(record, lead, quote="Other words.", organisation_name="Elsewhere NHS Trust")

    assert changed_names(record) == ["Endorsement", "Organisation"]


def test_difference_is_to_the_public_words_where_a_lead_vouched(north, lead):
    """We keep no words with such an answer; the digest proves that the copy has them."""
    record = publish_endorsement(region=north, photo=make_picture())
    assert not SignOff.objects.exists()

    edit(record, lead, title="Chief Executive")

    assert changed_names(record) == ["Job title"]


def test_words_that_nobody_kept_are_not_made_up(north, lead):
    record = make_endorsement(region=north)
    vouch(record, lead)

    edit(record, lead, quote="Other words.")

    assert changed_names(record) is None
    assert standing(record).state == State.CHANGED
    assert sentences(standing(record)) == [
        f"Email of {day(timezone.localdate())}, vouched for by Nora North. "
        "The text was changed after that.",
        "Ask them again.",
    ]


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        (False, True, "A photo was added."),
        (True, True, "Another photo took the place of theirs."),
        (True, False, "The photo was removed."),
    ],
)
def test_another_photo_is_said_in_words(north, lead, before, after, sentence):
    record = make_endorsement(region=north, photo=make_picture() if before else None)
    approve(record, lead)

    edit(record, lead, photo=make_picture() if after else None)

    found = difference_for(now(record), standing(record))
    assert (found.texts, found.photo) == ([], sentence)


def test_what_was_chosen_from_a_list_is_shown_by_its_label(north, lead):
    story = make_case_study(
        region=north, figure="120", figure_note="hours", figure_basis="measured"
    )
    sign_off.approve(ask(story, lead), uses=["website"])

    edit(story, lead, figure_basis="modelled")

    ((label, change),) = difference_for(now(story), standing(story)).texts
    assert label == "How the figure is known"
    assert [part.text for part in change.segments] == ["Measured", "Modelled"]


def test_answer_for_other_people_is_not_theirs(north, lead):
    record = make_endorsement(region=north)
    other = make_endorsement(region=north)
    approve(other, lead)

    assert standing(record).state == State.NOT_ASKED
    assert ConsentRecord.objects.count() == 1
