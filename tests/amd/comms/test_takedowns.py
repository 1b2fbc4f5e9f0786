"""The list of takedowns: whose they are, and what became of each."""

import pytest
from django.urls import reverse
from django.utils import timezone

from amd.consent.models import Use
from amd.moderation import moves
from amd.moderation.changes_of_mind import change_uses
from amd.publishing.models import CardUse, Takedown
from amd.records.models import Record, Role
from tests.factories import (
    make_comms,
    make_publication,
    make_region,
    make_use,
    publish_endorsement,
)

pytestmark = pytest.mark.django_db
LIST = reverse("comms:takedowns")


@pytest.fixture
def comms(client):
    user = make_comms(name="Cara")
    client.force_login(user)
    return user


@pytest.fixture
def record():
    return publish_endorsement(region=make_region())


def make_takedown(record=None, *, owner=None, why="withdrawn", **use):
    record = record or make_publication().record
    return Takedown.objects.create(use=make_use(record, **use), why=why, owner=owner)


def page_of(takedown):
    return reverse("comms:takedown", args=[takedown.pk])


def agree_to(record, *without):
    wanted = [use for use in Use.values if use not in without]
    change_uses(record, person="champion", uses=wanted, by=Role.QUOTED_PERSON)


def withdraw(record):
    now = Record.objects.get(pk=record.pk).story
    moves.withdraw(now, by=Role.AUTHOR, seen_version=now.version)


def test_mine_stand_first_and_only_what_nobody_sees_to_is_taken_on(client, comms):
    other = make_comms(name="Otto")
    for owner, account in ((other, "theirs"), (None, "free"), (comms, "mine")):
        make_takedown(owner=owner, account=account)

    text = client.get(LIST).text

    assert text.index("mine") < text.index("free") < text.index("theirs")
    assert text.count("take-on/") == 1
    assert "Otto sees to it." in text


def test_the_list_asks_the_same_of_the_database_with_2_and_with_8(
    client, comms, django_assert_num_queries
):
    def some_of_each(number):
        for _ in range(number):
            make_takedown(owner=comms)
            now = timezone.now()
            done = {"outcome": "down", "done_by": comms, "done_at": now}
            Takedown.objects.filter(pk=make_takedown().pk).update(**done)

    some_of_each(1)
    # Session, user, two of permissions; to do, number done and page of them.
    with django_assert_num_queries(7):
        client.get(LIST)
    some_of_each(3)

    with django_assert_num_queries(7):
        client.get(LIST)


def test_what_nobody_sees_to_is_taken_on_once(client, comms):
    takedown = make_takedown()
    other = make_comms(name="Otto")

    first = client.post(reverse("comms:take_on", args=[takedown.pk]), follow=True)
    client.force_login(other)
    second = client.post(reverse("comms:take_on", args=[takedown.pk]), follow=True)

    takedown.refresh_from_db()
    assert takedown.owner == comms
    assert "You see to it now." in first.text
    assert "Not changed: Cara sees to it already." in second.text


def test_saying_that_it_is_down_keeps_who_and_when(client, comms):
    takedown = make_takedown(owner=make_comms())

    answer = client.post(page_of(takedown), {"outcome": "down"}, follow=True)

    takedown.refresh_from_db()
    today = f"{timezone.localdate():%-d %B %Y}"
    assert (takedown.outcome, takedown.done_by) == ("down", comms)
    assert f"Taken down on {today}, said by Cara" in answer.text
    assert "Nothing has to come down." in answer.text


def test_the_second_to_say_so_is_told_who_was_first(client, comms):
    takedown = make_takedown()
    client.post(page_of(takedown), {"outcome": "down"})

    answer = client.post(page_of(takedown), {"outcome": "remains"}, follow=True)

    takedown.refresh_from_db()
    assert takedown.outcome == "down"
    assert "Not changed: Cara said so on" in answer.text


@pytest.mark.parametrize("sent", [{}, {"outcome": "replaced"}, {"outcome": "gone"}])
def test_what_became_of_withdrawn_words_is_one_of_two(client, comms, sent):
    takedown = make_takedown(why="withdrawn")

    answer = client.post(page_of(takedown), sent)

    takedown.refresh_from_db()
    assert (answer.status_code, takedown.done_at) == (422, None)
    assert "Error: " in answer.text


def test_the_place_of_withdrawn_words_is_erased_once_it_is_down(client, comms, record):
    make_use(record, account="@zebedee", address="https://x.example/zebedee")
    withdraw(record)
    takedown = Takedown.objects.get()
    before = client.get(page_of(takedown)).text

    after = client.post(page_of(takedown), {"outcome": "down"}, follow=True).text

    assert "we erase the address and the account here too" in before
    assert ("zebedee" in before, "zebedee" in after) == (True, False)
    assert CardUse.objects.get().line.startswith("LinkedIn, ")


def test_the_first_pages_say_how_many_there_are_and_whose(client, comms):
    assert "to do" not in client.get(reverse("comms:desk")).text
    for owner in (comms, comms, None, make_comms()):
        make_takedown(owner=owner)

    for page in ("comms:desk", "admin:index"):
        text = " ".join(client.get(reverse(page)).text.split())

        assert f'href="{LIST}">4 takedowns to do</a>' in text
        assert ": 2 are yours, nobody sees to 1." in text


def test_a_use_of_what_was_never_agreed_is_a_takedown_from_the_first_day(
    client, comms, record
):
    agree_to(record, Use.INTERNAL)
    page = reverse("comms:record", args=[record.address_reference])
    sent = {"where": "board_paper", "account": "June", "used_on": "2026-06-03"}

    shown, kept = client.get(page).text, client.post(page, sent, follow=True).text

    assert "use inside the NHS, in print and in talks" in shown
    assert "so it has to come down" in kept
    assert Takedown.objects.get().owner == comms


def test_what_is_not_public_any_more_still_shows_where_it_was_used(
    client, comms, record
):
    make_use(record)
    withdraw(record)

    answer = client.get(reverse("comms:record", args=[record.address_reference]))

    assert answer.status_code == 410
    assert "@sample" in answer.text
    assert "Nobody sees to it yet" in answer.text
    assert "To come down" in answer.text


def test_a_place_found_after_the_withdrawal_has_to_come_down(client, comms, record):
    withdraw(record)
    page = reverse("comms:record", args=[record.address_reference])
    sent = {"where": "x", "account": "@found", "used_on": "2026-06-03"}

    refused = client.post(page, sent | {"where": ""})
    kept = client.post(page, sent, follow=True)

    assert refused.status_code == 422
    assert "It is on the list of what has to come down." in kept.text
    takedown = Takedown.objects.get()
    assert (takedown.why, takedown.owner) == ("withdrawn", comms)
