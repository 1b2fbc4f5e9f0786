"""What the page says where there is nothing to answer, and what it does."""

import pytest

from amd.consent.models import SignOff
from amd.mail.models import Outbox
from amd.moderation import moves
from amd.moderation.links import sign_off_link
from amd.records.models import Role
from tests.amd.moderation.asked import (
    ADDRESS,
    ALL_OF_IT,
    address_of,
    answer,
    ask,
    edit,
    heading,
    make_quoting_study,
    now,
    state,
)
from tests.factories import make_wordings
from tests.moments import days_ago

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def wordings():
    return make_wordings()


def changed(question):
    edit(question.record, title="Chief Executive", quote="Ask our librarians first.")


def expired(question):
    SignOff.objects.update(expires_at=days_ago(1))


def replaced(question):
    ask(question.record)


def declined(question):
    story = now(question.record)
    moves.decline(story, by=Role.SET_UP, seen_version=story.version, note="No")


def withdrawn(question):
    story = now(question.record)
    moves.withdraw(story, by=Role.SET_UP, seen_version=story.version)


OVER = {
    "changed": (changed, "The words have changed since we asked you"),
    "expired": (expired, "This link is out of time"),
    "replaced": (replaced, "There is a newer link"),
    "closed": (declined, "There is nothing to answer any more"),
    "erased": (withdrawn, "Withdrawn"),
}


@pytest.mark.parametrize(("name", "act", "says"), [(n, *o) for n, o in OVER.items()])
def test_each_state_says_what_it_is_and_keeps_no_answer(
    client, question, security, name, act, says
):
    act(question)
    before = state(question.record)

    shown = client.get(address_of(question))
    late = answer(client, question, "approved", uses=ALL_OF_IT)

    assert shown.status_code == 200
    assert says in heading(shown)
    assert (late.status_code, says in heading(late)) == (409, True)
    assert "Your answer was not kept" in late.text
    assert state(question.record) == before
    assert security() == [f"event=answer-to-{name} purpose=sign-off"]


@pytest.mark.parametrize("act", [o[0] for o in OVER.values()], ids=OVER)
def test_no_card_is_drawn_once_there_is_nothing_to_answer(client, question, act):
    act(question)

    assert client.get(address_of(question, "card/landscape.png")).status_code == 404


@pytest.mark.parametrize("act", [o[0] for o in OVER.values()], ids=OVER)
@pytest.mark.parametrize("rest", ["uses/", "withdraw/"])
def test_nothing_can_be_changed_where_nothing_was_answered(client, question, act, rest):
    act(question)
    before = state(question.record)

    for method in (client.get, client.post):
        response = method(address_of(question, rest))
        assert (response.status_code, response.url) == (302, address_of(question))

    assert state(question.record) == before


def test_changed_words_are_shown_word_by_word(client, question):
    changed(question)

    text = client.get(address_of(question)).text

    taken_out = "[taken out: </span>Medical Director<span"
    put_in = "[added: </span>Chief Executive<span"
    assert taken_out in text
    assert put_in in text


def test_who_is_no_longer_quoted_is_told_so(client, north):
    question = ask(make_quoting_study(region=north))
    edit(question.record, quote="", attribution="", quoted_name="")

    text = client.get(address_of(question)).text

    assert "You are no longer quoted" in text
    assert "<form" not in text


@pytest.mark.parametrize("act", [expired, replaced], ids=["expired", "replaced"])
def test_button_sends_the_right_link_to_the_address_we_have(client, question, act):
    act(question)
    before = Outbox.objects.count()

    response = client.post(address_of(question, "new-link/"), follow=True)

    assert "We have sent an email to the address that we have" in response.text
    assert [m.address for m in Outbox.objects.all()][: -before or None] == [ADDRESS]
    newest = SignOff.objects.newest(question.record, "champion")
    assert sign_off_link(newest) in Outbox.objects.first().body
    assert ADDRESS not in response.text


def test_button_on_changed_words_tells_the_lead(client, question):
    changed(question)

    client.post(address_of(question, "new-link/"))

    assert Outbox.objects.first().address == question.record.region.mailbox


def test_link_is_sent_three_times_a_day_at_most(client, question, security):
    replaced(question)
    before = Outbox.objects.count()

    for _ in range(5):
        last = client.post(address_of(question, "new-link/"), follow=True)

    assert "We have sent it three times since yesterday." in last.text
    assert Outbox.objects.count() == before + 3
    assert security() == ["event=new-link-held-back purpose=sign-off"] * 2


def test_button_does_nothing_while_the_link_itself_asks(client, question):
    before = state(question.record)

    client.post(address_of(question, "new-link/"))

    assert state(question.record) == before
