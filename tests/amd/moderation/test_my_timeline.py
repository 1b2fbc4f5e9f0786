"""What became of a record in its author's words: no name of staff, no note among them."""

import pytest
from django.db import models

from amd.campaign.models import Reason
from amd.consent.models import ConsentRecord, Use
from amd.moderation import claims, colleagues, moves, sign_off
from amd.moderation.answers import record_answer
from amd.moderation.links import my_link
from amd.moderation.my_timeline import decisions_of, happened, to_come
from amd.records.models import Decision, Move, Role, Status
from tests.amd.moderation.asked import (
    approved,
    ask,
    edit,
    make_quoting_study,
    now,
    publish,
    published_study,
)
from tests.factories import (
    make_case_study,
    make_endorsement,
    make_national_lead,
    make_wordings,
    publish_case_study,
    publish_endorsement,
)
from tests.moments import days_ago

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def wordings():
    return make_wordings()


@pytest.fixture
def story(north):
    return make_case_study(region=north, by=Role.AUTHOR)


def points(record):
    return happened(now(record), decisions_of(now(record)))


def told(record):
    return [point.what for point in points(record)]


def decide(move, record, by, **how):
    story = now(record)
    move(story, by=by, seen_version=story.version, **how)


def ahead(record, *, waits_for_quoted=False):
    return [
        (point.what, point.is_now)
        for point in to_come(now(record), waits_for_quoted=waits_for_quoted)
    ]


def test_from_the_first_page_to_the_gallery(story, north_lead):
    lead = north_lead.user
    decide(moves.send_back, story, lead, note="Say how much.")
    edit(story, by=Role.AUTHOR, impact="Two hours a week.")
    decide(moves.submit, story, Role.AUTHOR)
    decide(moves.accept, story, lead)

    assert told(story) == [
        "You began it",
        "You sent it",
        "A library lead sent it back to you",
        "You sent it again",
        "A library lead accepted it",
    ]


def test_every_line_has_its_day_and_they_come_in_order(story, north_lead):
    decide(moves.accept, story, north_lead.user)
    begun = days_ago(9)
    type(story).objects.filter(pk=story.pk).update(created_at=begun)

    days = [point.at for point in points(story)]

    assert days[0] == begun
    assert days == sorted(days)


def test_what_a_lead_records_was_not_begun_by_its_author(north):
    recorded = make_case_study(region=north, by=make_national_lead())
    endorsement = make_endorsement(region=north)

    assert told(recorded) == ["A library lead wrote it down for you"]
    assert told(endorsement) == []


def test_a_round_keeps_what_was_asked_in_it(story, north_lead):
    reason = Reason.objects.create(
        move="send_back", code="unclear", title="For staff", text="Say what changed."
    )
    decide(
        moves.send_back,
        story,
        north_lead.user,
        reason=reason,
        note="Nearly there.",
        comments={"impact": "How much?"},
    )

    point = points(story)[-1]

    assert point.told == ("Say what changed.", "Nearly there.")
    assert point.asked == (("The difference it made", "How much?"),)


def test_what_stands_above_on_the_page_is_not_told_twice(story, north_lead):
    decide(moves.send_back, story, north_lead.user, note="Say how much.")
    decisions = decisions_of(now(story))

    point = happened(now(story), decisions, but=decisions[-1])[-1]

    assert (point.what, point.told) == ("A library lead sent it back to you", ())


@pytest.mark.parametrize("move", [moves.accept, moves.publish, moves.decline])
def test_a_note_is_read_where_the_form_says_so(north, north_lead, move):
    story = make_case_study(region=north, agreed=True)
    decide(move, story, north_lead.user, note="Lovely, thank you.")

    assert points(story)[-1].told == ("Lovely, thank you.",)


def test_why_it_was_taken_down_is_for_staff_but_for_the_reasons_own_text(
    north, north_lead
):
    record = publish_endorsement(region=north)
    reason = Reason.objects.create(
        move="take_down", code="wrong", title="For staff", text="A fact was wrong."
    )
    decide(
        moves.take_down, record, north_lead.user, note="Dr X rang Nora", reason=reason
    )

    point = points(record)[-1]

    assert point.what == "Its public page was taken down"
    assert point.told == ("A fact was wrong.",)


def test_the_leads_own_affairs_are_not_on_the_page(visitor, north, north_lead):
    """Claims, colleagues, criteria, edits, lifted escalations and names."""
    lead = north_lead.user
    story = make_case_study(region=north, met=(1, 2, 3, 4, 5), by=Role.AUTHOR)
    story.marks.update(comment="Zebedee doubts the figure", marked_by=lead)
    claims.claim(story, by=lead)
    asked = colleagues.ask(
        story, email="zebedee@example.com", question="Is Zebedee right?", by=lead
    )
    colleagues.answer(asked, text="Yes, says Zebedee")
    edit(story, by=lead, impact="Two hours a week.")
    story = now(story)
    for criterion in range(1, 6):
        story.marks.create(criterion=criterion, mark="met", comment="Zebedee")
    decide(moves.escalate, story, lead)
    decide(moves.lift, story, lead)

    text = visitor.client.get(f"/my/{my_link(story)}/").text

    assert told(story) == [
        "You began it",
        "You sent it",
        "A library lead accepted it as one of the best",
    ]
    assert [
        word for word in ("Zebedee", "Nora", "North", lead.email) if word in text
    ] == []


def test_each_move_is_told_or_kept_back_on_purpose(north):
    """A new move would be passed over in silence."""
    record = make_endorsement(region=north)
    for version, move in enumerate(Move, start=2):
        Decision.objects.create(
            record=record,
            move=move,
            from_status=Status.SUBMITTED,
            to_status=Status.SUBMITTED,
            version=version,
            role=Role.LEAD,
        )

    assert len(told(record)) == len(Move) - 2
    assert told(record) == [
        "A library lead wrote it down for you",
        "A library lead sent it back to you",
        "A library lead accepted it",
        "A library lead accepted it as one of the best",
        "It was published",
        "A library lead declined it",
        "A library lead took it up again",
        "A library lead changed it, so it is read again",
        "Its public page was taken down",
        "The words of the person quoted were erased",
        "It was withdrawn",
    ]


def test_a_change_after_it_was_accepted_says_why_it_is_read_again(story, north_lead):
    decide(moves.accept, story, north_lead.user)
    edit(story, by=north_lead.user, impact="Two hours a week.")

    assert told(story)[-1] == (
        "A library lead changed it after it was accepted, so it is read again"
    )


def test_the_sign_off_is_followed(north):
    story = make_quoting_study(region=north)
    question = ask(story, by=Role.AUTHOR)
    sign_off.ask_for_changes(question, comment="Say matron, Zebedee")
    sign_off.refuse(ask(story), comment="")
    approved(story)

    assert told(story)[-6:] == [
        "You asked the person you quote about their words",
        "The person you quote asked for a change",
        "A library lead asked the person you quote about their words",
        "The person you quote said no",
        "A library lead asked the person you quote about their words",
        "The person you quote approved their words",
    ]
    assert "Zebedee" not in str(points(story))


def test_a_champion_reads_of_their_own_answer(north):
    endorsement = make_endorsement(region=north)
    approved(endorsement)

    assert told(endorsement) == [
        "A library lead asked you about your words",
        "You approved your words",
    ]


def test_a_word_that_a_lead_wrote_down_is_told(north, north_lead):
    story = make_quoting_study(region=north)
    words = next(each for each in story.words() if each.person == "quoted")
    record_answer(
        now(story),
        words=words,
        uses=Use.values,
        method="spoken",
        how="On the telephone with Zebedee",
        by=north_lead.user,
        seen_version=now(story).version,
    )

    assert (
        told(story)[-1] == "A library lead checked the words with the person you quote"
    )
    assert "Zebedee" not in str(points(story))


def test_a_person_who_takes_back_their_words_is_told_of(north):
    question = published_study(region=north)
    decide(moves.remove_quoted_person, question.record, Role.QUOTED_PERSON)

    assert told(question.record)[-1] == "The person quoted took back their words"


@pytest.mark.parametrize(
    ("role", "what"),
    [
        (Role.AUTHOR, "You withdrew it"),
        (Role.LEAD, "It was withdrawn"),
        (Role.QUOTED_PERSON, "It was withdrawn"),
    ],
)
def test_a_withdrawal_is_told_of(north, role, what):
    endorsement = publish_endorsement(region=north)
    decide(moves.withdraw, endorsement, role)

    assert told(endorsement)[-1] == what


@pytest.mark.parametrize(
    ("status", "waits", "what"),
    [
        (
            "draft",
            False,
            ["You write it", "A library lead reads it", "It is published"],
        ),
        (
            "submitted",
            False,
            [
                "A library lead reads it",
                "It is accepted, or comes back to you with what to add",
                "It is published",
            ],
        ),
        (
            "sent_back",
            True,
            [
                "You change it and send it again",
                "A library lead reads it again",
                "The person you quote approves their words",
                "It is published",
            ],
        ),
        ("accepted", False, ["It waits to be published", "It is published"]),
        (
            "accepted",
            True,
            ["The person you quote approves their words", "It is published"],
        ),
        ("published", False, []),
        ("declined", True, []),
        ("withdrawn", False, []),
    ],
)
def test_what_is_still_to_come(story, status, waits, what):
    type(story).objects.filter(pk=story.pk).update(status=status)

    assert ahead(story, waits_for_quoted=waits) == [
        (each, place == 0) for place, each in enumerate(what)
    ]


def test_a_second_copy_is_told_from_the_first(north, north_lead):
    story = publish_case_study(region=north)
    edit(story, by=north_lead.user, headline="Another line")
    for words in now(story).words():
        models.QuerySet(ConsentRecord).filter(person=words.person).update(
            digest=words.digest()
        )
    for criterion in (1, 2, 3):
        story.marks.create(criterion=criterion, mark="met")
    publish(story)

    assert told(story)[-3:] == [
        "It was published",
        "A library lead changed it, so it is read again",
        "Its newer words were published",
    ]
