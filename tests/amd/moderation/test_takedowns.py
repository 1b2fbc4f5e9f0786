"""Uses come down with what allowed them; whoever noted them is told, and reminded."""

from datetime import timedelta

import pytest
from django.db.models import QuerySet
from django.utils import timezone

from amd.consent.models import ConsentRecord, Use
from amd.mail.models import Outbox
from amd.moderation import moves, nightly
from amd.moderation.changes_of_mind import change_uses
from amd.moderation.takedowns import ask_what_was_missed, remind_of_takedowns
from amd.publishing.models import CardUse, Download, Publication, Takedown
from amd.publishing.takedowns import NotChanged, finish, note
from amd.records.models import Record, Role
from tests.amd.moderation.asked import edit, publish, published_study
from tests.factories import (
    make_comms,
    make_national_lead,
    make_picture,
    make_region,
    make_use,
    make_wordings,
    publish_endorsement,
)

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def region():
    return make_region(mailbox="north@amilliondecisions.example")


@pytest.fixture
def cara():
    return make_comms(email="cara@example.nhs.uk", name="Cara")


@pytest.fixture
def record(region):
    make_wordings()
    return publish_endorsement(region=region, photo=make_picture())


@pytest.fixture
def uses(record, cara):
    """One on a network, one on paper."""
    return [
        note(record, cara, used_on=TODAY, where=where, account="@sample", address="")
        for where in ("x", "board_paper")
    ]


def agree_to(record, *without):
    wanted = [use for use in Use.values if use not in without]
    change_uses(record, person="champion", uses=wanted, by=Role.QUOTED_PERSON)


def to_do():
    rows = Takedown.objects.open().order_by("use_id")
    return [(each.use.where, each.why) for each in rows]


def newest(record):
    return Record.objects.get(pk=record.pk).story


def take_down(record):
    record = newest(record)
    moves.take_down(
        record, by=make_national_lead(), seen_version=record.version, note="Old"
    )


def withdraw(record):
    record = newest(record)
    moves.withdraw(record, by=Role.AUTHOR, seen_version=record.version)


def mails_to(user):
    return list(
        Outbox.objects.filter(address=user.email).values_list("subject", "body")
    )


@pytest.mark.parametrize(
    ("lost", "wheres"),
    [
        (Use.SOCIAL, ["x"]),
        (Use.INTERNAL, ["board_paper"]),
        (Use.PHOTO, ["x", "board_paper"]),
        (Use.CONTACT, []),
    ],
)
def test_what_is_taken_back_asks_for_the_uses_that_need_or_show_it(
    record, uses, lost, wheres
):
    agree_to(record, lost)

    assert to_do() == [(where, "narrowed") for where in wheres]


@pytest.mark.parametrize("lost", [Use.WEBSITE, Use.NAME])
def test_without_what_it_needs_all_uses_come_down_with_the_page(record, uses, lost):
    agree_to(record, lost)

    assert to_do() == [("x", "taken_down"), ("board_paper", "taken_down")]


def test_taking_the_page_down_asks_for_every_use(record, uses):
    take_down(record)

    assert to_do() == [("x", "taken_down"), ("board_paper", "taken_down")]


def test_the_end_of_what_was_agreed_asks_for_every_use(record, uses):
    day = TODAY - timedelta(days=1)
    Publication.objects.filter(record_id=record.pk).update(ends_on=day)
    QuerySet(ConsentRecord).filter(record_id=record.pk).update(ends_on=day)

    nightly.take_down_ended(TODAY, True)

    assert to_do() == [("x", "ended"), ("board_paper", "ended")]


def test_a_withdrawal_asks_for_every_use_and_their_noter_by_one_mail(
    record, uses, cara
):
    withdraw(record)

    assert to_do() == [("x", "withdrawn"), ("board_paper", "withdrawn")]
    ((subject, body),) = mails_to(cara)
    assert subject == f"Please take down 2 places, {record.shown_reference}"
    assert "/comms/takedowns/" in body
    assert "@sample" not in body


def test_who_downloaded_and_noted_it_gets_one_mail_with_both(record, uses, cara):
    Download.objects.create(
        record_id=record.pk, user=cara, format_name="square", kind="png"
    )

    withdraw(record)

    ((subject, body),) = mails_to(cara)
    assert subject.startswith("Stop using a card you downloaded")
    assert "You noted 2 places where it was used." in body


def test_leads_are_told_the_places_that_a_narrowing_concerns_and_no_others(
    record, uses, region
):
    agree_to(record, Use.INTERNAL)
    agree_to(record, Use.INTERNAL, Use.CONTACT)

    mails = Outbox.objects.filter(
        address=region.mailbox, subject__startswith="A part of it was taken back"
    )
    (body,) = mails.values_list("body", flat=True)
    assert "- Board paper, " in body
    assert "- X, " not in body


def test_a_newer_card_is_not_kept_as_the_end_of_what_was_withdrawn_meanwhile(
    record, uses, cara
):
    agree_to(record, Use.PHOTO)
    seen = Takedown.objects.earliest("use_id")
    withdraw(record)

    with pytest.raises(NotChanged):
        finish(seen, cara, Takedown.Outcome.REPLACED)

    assert to_do() == [("x", "withdrawn"), ("board_paper", "withdrawn")]


def test_what_a_quoted_person_takes_back_is_withdrawn_wherever_it_was_used(
    region, cara
):
    make_wordings()
    question = published_study(region=region)
    note(question.record, cara, used_on=TODAY, where="x", account="@s", address="")

    story = newest(question.record)
    moves.remove_quoted_person(story, by=Role.QUOTED_PERSON, seen_version=story.version)

    assert to_do() == [("x", "withdrawn")]


def test_who_noted_it_sees_to_it_unless_their_account_is_closed(record, cara):
    closed = make_comms(is_active=False)
    for user in (cara, closed, None):
        make_use(record, noted_by=user)

    take_down(record)

    owners = Takedown.objects.order_by("use_id").values_list("owner", flat=True)
    assert list(owners) == [cara.pk, None, None]
    assert mails_to(closed) == []


def test_what_is_public_again_need_not_come_down(record, uses):
    take_down(record)

    publish(record)

    assert to_do() == []


def test_a_use_that_is_covered_still_is_not_asked_for_twice(record, uses):
    agree_to(record, Use.SOCIAL)
    agree_to(record, Use.SOCIAL, Use.CONTACT)

    assert to_do() == [("x", "narrowed")]


def test_a_newer_card_in_its_place_comes_down_with_a_withdrawal(record, uses, cara):
    agree_to(record, Use.PHOTO)
    for takedown in Takedown.objects.all():
        finish(takedown, cara, Takedown.Outcome.REPLACED)
    assert to_do() == []

    withdraw(record)

    assert to_do() == [("x", "withdrawn"), ("board_paper", "withdrawn")]


def test_a_newer_card_in_its_place_is_covered_by_what_is_still_agreed(
    record, uses, cara
):
    agree_to(record, Use.PHOTO)
    for takedown in Takedown.objects.all():
        finish(takedown, cara, Takedown.Outcome.REPLACED)

    edit(record, quote="Other words.", photo=None)
    agree_to(record, Use.PHOTO, Use.CONTACT)

    assert to_do() == []


def test_once_down_the_place_of_withdrawn_words_is_forgotten(record, uses, cara):
    withdraw(record)
    x, paper = Takedown.objects.order_by("use_id")

    finish(x, cara, Takedown.Outcome.DOWN)

    kept = list(CardUse.objects.order_by("pk").values_list("where", "account"))
    assert kept == [("x", ""), ("board_paper", "@sample")]
    assert to_do() == [("board_paper", "withdrawn")]


def test_a_place_that_was_down_already_is_forgotten_by_the_withdrawal(
    record, uses, cara
):
    take_down(record)
    finish(Takedown.objects.earliest("use_id"), cara, Takedown.Outcome.DOWN)

    withdraw(record)

    kept = list(CardUse.objects.order_by("pk").values_list("where", "account"))
    assert kept == [("x", ""), ("board_paper", "@sample")]
    assert to_do() == [("board_paper", "withdrawn")]


def test_leads_are_not_asked_again_for_what_is_down(record, uses, cara, region):
    take_down(record)
    finish(Takedown.objects.earliest("use_id"), cara, Takedown.Outcome.DOWN)
    Outbox.objects.all().delete()

    withdraw(record)

    body = Outbox.objects.get(address=region.mailbox).body
    assert "Board paper" in body
    assert "- X," not in body


def test_a_use_noted_where_it_was_never_agreed_comes_down_at_once(record, cara):
    agree_to(record, Use.SOCIAL)

    note(record, cara, used_on=TODAY, where="x", account="@sample", address="")

    assert to_do() == [("x", "narrowed")]


def test_an_old_use_noted_late_remembers_the_photo_of_its_day(record, cara):
    agree_to(record, Use.PHOTO)
    Publication.objects.filter(record_id=record.pk).update(
        published_at=timezone.now() - timedelta(days=30)
    )

    note(record, cara, used_on=TODAY, where="x", account="@sample", address="")

    assert to_do() == [("x", "narrowed")]


def test_the_night_finds_a_use_that_was_noted_while_its_record_came_down(record):
    take_down(record)
    make_use(record)

    counts = [ask_what_was_missed(TODAY, really) for really in (False, True, True)]

    assert counts == [1, 1, 0]
    assert to_do() == [("linkedin", "taken_down")]


def asked_days_ago(days):
    Takedown.objects.update(asked_at=timezone.now() - timedelta(days=days))
    Outbox.objects.all().delete()


@pytest.mark.parametrize(("days", "mails"), [(6, 0), (7, 1), (30, 1)])
def test_a_week_after_they_were_asked_they_are_reminded(record, uses, days, mails):
    take_down(record)
    asked_days_ago(days)

    counts = [remind_of_takedowns(TODAY, really) for really in (False, True, True)]

    assert counts == [mails, mails, 0]


def test_then_they_are_reminded_each_week_until_it_is_done(record, uses, cara):
    take_down(record)
    asked_days_ago(7)
    week = [TODAY + timedelta(days=days) for days in range(15)]

    counts = [remind_of_takedowns(day, True) for day in week]
    for takedown in Takedown.objects.all():
        finish(takedown, cara, Takedown.Outcome.REMAINS)

    assert [day for day, count in enumerate(counts) if count] == [0, 7, 14]
    assert remind_of_takedowns(TODAY + timedelta(days=30), True) == 0


def test_a_reminder_names_the_reference_and_no_place(record, uses, cara):
    take_down(record)
    asked_days_ago(9)

    remind_of_takedowns(TODAY, True)

    ((subject, body),) = mails_to(cara)
    asked = TODAY - timedelta(days=9)
    assert subject == "Still to take down: 2 places"
    assert (
        f"- Endorsement {record.shown_reference}: 2 places, asked on {asked:%-d %B %Y}"
    ) in body
    assert "@sample" not in body


def test_what_nobody_sees_to_is_told_to_the_mailbox_of_its_region(record, region, cara):
    make_use(record)
    note(record, cara, used_on=TODAY, where="x", account="@sample", address="")
    take_down(record)
    cara.is_active = False
    cara.save()
    asked_days_ago(8)

    assert remind_of_takedowns(TODAY, True) == 1

    mail = Outbox.objects.get()
    assert (mail.address, mail.region) == (region.mailbox, region)
    assert "2 places" in mail.subject
