"""The review desk ends something: said before, done once, and only by who may."""

import pytest
from django.utils import timezone

from amd.consent.models import Reminder
from amd.mail.models import Outbox
from amd.moderation import moves, sign_off
from amd.moderation.changes_of_mind import change_uses
from amd.moderation.start import save_words
from amd.moderation.timeline import timeline
from amd.publishing.models import CardUse, Download, Publication
from amd.records.models import Role, Status
from tests.amd.moderation.desk_steps import page, problems, sentences, stored
from tests.factories import (
    make_case_study,
    make_comms,
    make_endorsement,
    make_wordings,
    publish_case_study,
    publish_endorsement,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def wordings(db):
    return make_wordings()


def quoted_study(**overrides):
    return {
        "quote": "It changed what we do.",
        "attribution": "named",
        "quoted_name": "Sam Sample",
        "quoted_title": "Matron",
        **overrides,
    }


def asked(record, lead, email="sam@example.nhs.uk"):
    return sign_off.ask(
        record,
        person=record.words()[-1].person,
        email=email,
        by=lead.user,
        seen_version=record.version,
    )


def ending(response):
    return response.context["ending"]


def test_taken_down_copy_is_gone_and_the_record_stays(north, north_lead):
    record = publish_endorsement(region=north)

    north_lead.client.post(
        page(record, "take_down"), {"version": record.version, "note": "Title changed"}
    )

    assert not Publication.objects.live().exists()
    assert stored(record).status == Status.ACCEPTED


def test_withdrawal_asks_twice(north, north_lead):
    record = publish_endorsement(region=north)

    north_lead.client.post(page(record, "withdraw"), {"version": record.version})
    assert stored(record).status == Status.PUBLISHED

    north_lead.client.post(
        page(record, "withdraw"), {"version": record.version, "sure": "on"}
    )
    assert stored(record).status == Status.WITHDRAWN
    assert north_lead.client.get(page(record)).status_code == 200


def test_page_before_a_withdrawal_says_what_will_happen(north, north_lead):
    record = publish_endorsement(region=north, author_email="ada@example.nhs.uk")
    north.mailbox = "north@example.nhs.uk"
    north.save()
    taker = make_comms(name="Com Comms")
    Download.objects.create(record_id=record.pk, user=taker, format_name="square")
    CardUse.objects.create(
        record_id=record.pk, where="linkedin", account="Sampleshire Libraries"
    )

    response = north_lead.client.get(page(record, "withdraw"))
    shown = ending(response)

    assert shown.told == [
        "The champion, at ada@example.nhs.uk",
        "The library leads, at north@example.nhs.uk",
        "1 member of staff who downloaded a card: Com Comms",
    ]
    assert shown.happens[0].startswith("Its public page and every card answer “gone”")
    (place,) = shown.by_hand
    assert place.startswith("LinkedIn,")
    assert place.endswith("Sampleshire Libraries")
    assert stored(record).status == Status.PUBLISHED


def test_page_before_a_withdrawal_says_whom_the_lead_tells_herself(north, north_lead):
    record = make_endorsement(region=north)

    shown = ending(north_lead.client.get(page(record, "withdraw")))

    assert shown.to_tell == ["The champion: we have no email address"]
    assert shown.happens[0] == "Nothing of it is public now."


def test_what_the_page_says_is_who_is_told(north, north_lead):
    """The list and the mails come of one question."""
    record = publish_case_study(
        region=north, author_email="ali@example.nhs.uk", **quoted_study()
    )
    asked(record, north_lead)
    said = ending(north_lead.client.get(page(record, "withdraw"))).told
    Outbox.objects.all().delete()

    sent = {"version": record.version, "sure": "on"}
    north_lead.client.post(page(record, "withdraw"), sent)

    told = {mail.address for mail in Outbox.objects.all()}
    assert told == {sentence.rpartition(" ")[2] for sentence in said}
    assert {"ali@example.nhs.uk", "sam@example.nhs.uk"} < told


def test_person_quoted_is_removed_by_a_lead(north, north_lead):
    record = publish_case_study(region=north, **quoted_study())
    asked(record, north_lead)
    shown = ending(north_lead.client.get(page(record, "remove_quoted_person")))
    assert shown.told[0] == "The person quoted, at sam@example.nhs.uk"
    assert "Its status is then: waiting for review." in shown.happens

    sent = {"version": record.version, "sure": "on"}
    response = north_lead.client.post(
        page(record, "remove_quoted_person"), sent, follow=True
    )

    assert sentences(response) == [f"Removed the person quoted: {record}."]
    now = stored(record)
    assert (now.status, now.story.quote) == (Status.SUBMITTED, "")
    assert not Publication.objects.live().exists()
    text = response.content.decode()
    assert "Sam Sample" not in text
    assert "sam@example.nhs.uk" not in text


def test_removing_asks_twice(north, north_lead):
    record = make_case_study(region=north, **quoted_study())

    response = north_lead.client.post(
        page(record, "remove_quoted_person"), {"version": record.version}
    )

    assert "Tick the box if you want to go on" in response.content.decode()
    assert stored(record).story.quote


def test_nobody_quoted_is_nobody_to_remove(north, north_lead):
    story = make_case_study(region=north)
    endorsement = make_endorsement(region=north)

    for record in (story, endorsement):
        address = page(record, "remove_quoted_person")
        response = north_lead.client.get(address, follow=True)
        assert sentences(response) == [
            "Not changed: nobody is quoted or pictured in it."
        ]
        assert address not in response.content.decode()


def test_quote_that_only_the_public_copy_still_has_can_be_removed(north, north_lead):
    record = publish_case_study(region=north, **quoted_study())
    record.quote, record.attribution, record.quoted_name = "", "", ""
    moves.edit(
        record,
        by=north_lead.user,
        seen_version=record.version,
        save=lambda: save_words(record),
    )

    response = north_lead.client.get(page(record))

    assert page(record, "remove_quoted_person") in response.content.decode()


def test_stale_taking_down_changes_nothing_and_keeps_the_reason(north, north_lead):
    record = publish_endorsement(region=north)
    sent = {"version": record.version - 1, "note": "The job title has changed"}

    response = north_lead.client.post(page(record, "take_down"), sent)

    (sentence,) = problems(response, "take_down_form")
    assert sentence.startswith("Not changed: ")
    assert "The job title has changed" in response.text
    assert Publication.objects.live().exists()


def test_stale_withdrawal_changes_nothing(north, north_lead):
    record = make_endorsement(region=north)
    old = record.version
    moves.accept(record, by=north_lead.user, seen_version=old)

    response = north_lead.client.post(
        page(record, "withdraw"), {"version": old, "sure": "on"}, follow=True
    )

    assert sentences(response)[0].startswith("Not changed: Nora North was first")
    assert stored(record).status == Status.ACCEPTED


def test_withdrawn_record_is_withdrawn_once(north, north_lead):
    record = make_endorsement(region=north)
    moves.withdraw(record, by=north_lead.user, seen_version=record.version)

    response = north_lead.client.get(page(record, "withdraw"), follow=True)

    assert sentences(response) == ["Not changed: it is withdrawn already."]


@pytest.mark.parametrize("name", ["withdraw", "remove_quoted_person"])
def test_nobody_ends_what_belongs_to_another_region(north, south_lead, comms, name):
    record = make_case_study(region=north, **quoted_study())
    sent = {"version": record.version, "sure": "on"}

    for person, status in ((south_lead, 404), (comms, 403)):
        assert person.client.get(page(record, name)).status_code == status
        assert person.client.post(page(record, name), sent).status_code == status
    assert stored(record).status == Status.SUBMITTED


def test_timeline_has_questions_and_answers_but_no_address(north, north_lead):
    record = make_endorsement(region=north)
    question = asked(record, north_lead)
    sign_off.ask_for_changes(question, comment="Please say “Dr”.")

    response = north_lead.client.get(page(record))

    events = [(e.what, e.by, e.note) for e in response.context["timeline"]]
    assert events == [
        ("Champion asked to sign off", "Nora North", ""),
        ("Champion: asked for a change", "", "Please say “Dr”."),
    ]


def test_timeline_has_what_a_lead_vouched_for_reminders_and_changes_of_mind(
    north, north_lead
):
    record = make_endorsement(region=north, agreed=True)
    answer = record.consents.get()
    Reminder.objects.create(consent=answer, kind="sixty")
    change_uses(record, person="champion", uses=[], by=Role.QUOTED_PERSON)

    events = timeline(record)

    day = f"{timezone.localdate().day} {timezone.localdate():%B %Y}"
    assert [e.what for e in events] == [
        "Champion: agreed",
        "Champion reminded",
        "Champion: took everything back",
    ]
    assert events[0].note.startswith(f"Email of {day}, vouched for by Sample Person")
    assert events[1].note == "60 days before it ends"
