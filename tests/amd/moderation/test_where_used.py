"""Where somebody's words were used, as that person and the leads read it."""

import pytest
from django.urls import reverse
from django.utils import timezone

from amd.consent.models import Use
from amd.moderation import moves
from amd.moderation.changes_of_mind import change_uses
from amd.moderation.links import my_link
from amd.publishing.models import Takedown
from amd.publishing.takedowns import finish, note
from amd.records.models import Role
from tests.amd.moderation.asked import (
    address_of,
    approved,
    edit,
    now,
    published_endorsement,
    published_study,
)
from tests.factories import make_picture, make_use, make_wordings

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def wordings():
    return make_wordings()


@pytest.fixture
def question(north, cara):
    question = published_endorsement(
        region=north, photo=make_picture(), author_email="ada@example.nhs.uk"
    )
    note_use(question.record, cara)
    return question


def today():
    return f"{timezone.localdate():%-d %B %Y}"


def note_use(record, user, account="@sample"):
    address = "https://network.example/posts/1/"
    where = {"where": "x", "account": account, "address": address}
    return note(record, user, used_on=timezone.localdate(), **where)


def finish_all(user, outcome="down"):
    for takedown in Takedown.objects.open():
        finish(takedown, user, Takedown.Outcome(outcome))


def withdraw(record):
    story = now(record)
    moves.withdraw(story, by=Role.QUOTED_PERSON, seen_version=story.version)


def read(client, address):
    """As it is read: one space between words."""
    return " ".join(client.get(address).text.split())


def test_a_person_reads_where_their_words_were_used_but_not_by_whom(client, question):
    text = read(client, address_of(question))

    assert f"<strong>X</strong>, {today()}: @sample" in text
    assert 'href="https://network.example/posts/1/"' in text
    assert ">network.example/posts/1</a>" in text
    assert "Cara" not in text
    assert "To come down" not in text


def test_a_person_reads_what_has_to_come_down_and_what_has(client, question, cara):
    uses = [use for use in Use.values if use != Use.PHOTO]
    change_uses(question.record, person="champion", uses=uses, by=Role.QUOTED_PERSON)
    before = read(client, address_of(question))

    finish_all(cara, "replaced")

    assert "To come down. We have asked our staff to see to it" in before
    after = read(client, address_of(question))
    assert f"Replaced by the newer card on {today()}" in after
    assert "Cara" not in before + after


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        ("down", "Taken down on {}"),
        ("remains", "Cannot be taken down: it is printed or over ({})"),
    ],
)
def test_after_a_withdrawal_their_link_says_what_has_come_down(
    client, question, cara, outcome, told
):
    withdraw(question.record)
    before = read(client, address_of(question))

    finish_all(cara, outcome)

    after = read(client, address_of(question))
    assert "To come down" in before
    assert "@sample" in before
    assert told.format(today()) in after
    assert "@sample" not in after


def test_after_a_withdrawal_the_page_of_the_author_says_it_too(client, question, cara):
    withdraw(question.record)
    finish_all(cara)

    text = read(client, reverse("moderation:my", args=[my_link(now(question.record))]))

    assert "Where it was used" in text
    assert f"Taken down on {today()}" in text


def test_a_withdrawn_record_that_was_used_nowhere_has_no_empty_list(client, north):
    question = published_endorsement(region=north)
    withdraw(question.record)

    for page in (
        address_of(question),
        reverse("moderation:my", args=[my_link(now(question.record))]),
    ):
        assert "Where it was used" not in client.get(page).text


def test_before_they_withdraw_they_read_that_staff_take_it_down(client, question):
    text = read(client, address_of(question, "withdraw/"))

    assert "@sample" in text
    assert "We ask our staff to take it down there." in text


def test_whoever_is_quoted_next_reads_nothing_of_the_uses_before(client, north, cara):
    first = published_study(region=north)
    note_use(first.record, cara, account="@first")
    story = now(first.record)
    moves.remove_quoted_person(story, by=Role.QUOTED_PERSON, seen_version=story.version)
    edit(
        first.record,
        quote="I agree.",
        attribution="named",
        quoted_name="Ira Sample",
        quoted_title="Nurse",
        quoted_organisation="Sampleshire NHS Trust",
    )
    make_use(first.record, account="@second")

    second = approved(first.record, email="ira@example.nhs.uk")

    texts = [client.get(address_of(each)).text for each in (first, second)]
    assert [("@first" in text, "@second" in text) for text in texts] == [
        (True, False),
        (False, True),
    ]


def test_leads_read_where_it_was_used_and_by_whom_also_once_it_is_withdrawn(
    north_lead, question, cara
):
    page = reverse("admin:records_record_review", args=[question.record_id])
    live = read(north_lead.client, page)
    withdraw(question.record)

    gone = read(north_lead.client, page)

    for text in (live, gone):
        assert f"Last used on <strong>{today()}</strong>" in text
        assert "Noted by Cara" in text
    assert "Cara sees to it" in gone
