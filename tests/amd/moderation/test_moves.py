"""The table of every (move, from), and what each move does beside its status."""

import pytest

from amd.mail.models import Outbox
from amd.moderation import moves
from amd.moderation.models import Criterion
from amd.publishing import live as live_copies
from amd.publishing.models import Publication, Retired
from amd.records.errors import AlreadyDecided, MoveNotAllowed, NotReady
from amd.records.models import ALLOWED_MOVES, Move, Record, Role, Status
from tests.factories import (
    make_case_study,
    make_endorsement,
    make_lead,
    make_national_lead,
    make_region,
    publish_endorsement,
)

pytestmark = pytest.mark.django_db

NOTE = {"note": "Please say what changed"}
MORE = {Move.SEND_BACK: NOTE, Move.DECLINE: NOTE, Move.TAKE_DOWN: NOTE}
EVERY = [(move, status) for move in Move for status in Status]


def run(record, move, *, by, seen_version=None):
    """The move by its own name; an edit and a revision are the same function."""
    seen = record.version if seen_version is None else seen_version
    if move in (Move.EDIT, Move.REVISE):
        return moves.edit(record, by=by, seen_version=seen, save=lambda: None)
    return getattr(moves, move.value)(
        record, by=by, seen_version=seen, **MORE.get(move, {})
    )


def in_status(status, move="", *, live):
    """A record in this status that could be published, with a copy live or not.

    An endorsement, but for escalation: a case study that meets all five criteria.
    """
    if move in (Move.ESCALATE, Move.LIFT):
        record = make_case_study(agreed=True, met=Criterion.values)
        if move == Move.LIFT:
            live_copies.feature(record)
    else:
        record = publish_endorsement() if live else make_endorsement(agreed=True)
    Record.objects.filter(pk=record.pk).update(status=status)
    record.refresh_from_db()
    return record


def needs_live(move, status):
    return move == Move.TAKE_DOWN or status == Status.PUBLISHED


def is_legal(move, status):
    """Edit and revise share a function: each is legal where either is."""
    if move in (Move.EDIT, Move.REVISE):
        return (
            status in ALLOWED_MOVES[Move.EDIT] or status in ALLOWED_MOVES[Move.REVISE]
        )
    return status in ALLOWED_MOVES[move]


def target(move, status):
    if move in (Move.EDIT, Move.REVISE):
        return (ALLOWED_MOVES[Move.EDIT] | ALLOWED_MOVES[Move.REVISE])[status]
    return ALLOWED_MOVES[move][status]


# Spelt out apart from the table in the code, so that a slip there is seen here.
LEGAL = {
    "submit": "draft sent_back",
    "send_back": "submitted accepted",
    "edit": "draft sent_back submitted accepted published",
    "accept": "submitted",
    "escalate": "submitted accepted published",
    "lift": "submitted accepted published",
    "publish": "submitted accepted",
    "decline": "submitted sent_back accepted",
    "reopen": "declined",
    "revise": "draft sent_back submitted accepted published",
    "take_down": "draft submitted sent_back accepted published declined withdrawn",
    "remove_quoted_person": (
        "draft submitted sent_back accepted published declined withdrawn"
    ),
    "withdraw": "submitted sent_back accepted published declined",
}


def test_table_of_moves_is_the_one_agreed():
    for move in Move:
        legal = {status.value for status in Status if is_legal(move, status)}
        assert legal == set(LEGAL[move.value].split()), move


@pytest.mark.parametrize(("move", "status"), [e for e in EVERY if is_legal(*e)])
def test_legal_move_changes_status_and_version_and_adds_one_decision(move, status):
    record = in_status(status, move, live=needs_live(move, status))
    before, decided = record.version, record.decisions.count()
    lead = make_national_lead()

    run(record, move, by=lead)

    stored = Record.objects.get(pk=record.pk)
    assert (stored.status, stored.version) == (target(move, status), before + 1)
    assert (record.status, record.version) == (stored.status, stored.version)
    last = stored.decisions.last()
    assert stored.decisions.count() == decided + 1
    assert (last.from_status, last.to_status) == (status, stored.status)
    assert (last.user, last.role) == (lead, Role.LEAD)


@pytest.mark.parametrize(("move", "status"), [e for e in EVERY if not is_legal(*e)])
def test_illegal_move_raises_and_changes_nothing(move, status):
    record = in_status(status, move, live=needs_live(move, status))
    decided = record.decisions.count()

    with pytest.raises(MoveNotAllowed):
        run(record, move, by=make_national_lead())

    stored = Record.objects.get(pk=record.pk)
    assert (stored.status, stored.version) == (status, record.version)
    assert stored.decisions.count() == decided


@pytest.mark.parametrize("move", Move)
def test_stale_copy_loses_and_changes_nothing(move):
    status = next(iter(ALLOWED_MOVES[move]))
    record = in_status(status, move, live=needs_live(move, status))
    Record.objects.filter(pk=record.pk).update(version=record.version + 1)

    with pytest.raises(AlreadyDecided):
        run(record, move, by=make_national_lead())

    assert Record.objects.get(pk=record.pk).status == status


def test_the_second_is_told_who_was_first():
    record, copy = make_endorsement(), None
    copy = Record.objects.get(pk=record.pk).story
    first = make_national_lead(name="Sam Sample")
    moves.accept(record, by=first, seen_version=record.version)

    with pytest.raises(AlreadyDecided) as error:
        moves.decline(copy, by=make_national_lead(), seen_version=copy.version, **NOTE)

    assert error.value.sentence.startswith(
        "Not changed: Sam Sample was first (accepted,"
    )


@pytest.mark.parametrize(
    "move", ["accept", "publish", "decline", "send_back", "reopen"]
)
def test_author_may_not_decide(move):
    record = make_endorsement(agreed=True)

    with pytest.raises(MoveNotAllowed):
        run(record, Move(move), by=Role.AUTHOR)


@pytest.mark.parametrize("move", ["send_back", "decline", "take_down"])
def test_move_against_the_author_needs_a_reason(move):
    record = publish_endorsement() if move == "take_down" else make_endorsement()

    with pytest.raises(NotReady) as error:
        getattr(moves, move)(
            record, by=make_national_lead(), seen_version=record.version, note="  "
        )

    assert error.value.missing == ["Choose a reason or write a note."]


def test_author_edits_only_what_is_with_them():
    record = make_endorsement()

    with pytest.raises(MoveNotAllowed):
        moves.edit(
            record, by=Role.AUTHOR, seen_version=record.version, save=lambda: None
        )


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (Status.SUBMITTED, "Not changed: it is with the library lead now."),
        (Status.ACCEPTED, "Not changed: it is with the library lead now."),
        (Status.DECLINED, "Not changed: this endorsement is declined."),
        (Status.WITHDRAWN, "Not changed: this endorsement is withdrawn."),
    ],
)
def test_author_is_told_why_an_edit_is_not_taken(status, sentence):
    record = make_endorsement(status=status)

    with pytest.raises(MoveNotAllowed) as error:
        run(record, Move.EDIT, by=Role.AUTHOR)

    assert error.value.sentence == sentence


def test_edit_of_what_is_accepted_is_reviewed_again():
    record = in_status(Status.ACCEPTED, live=False)

    run(record, Move.EDIT, by=make_national_lead())

    assert record.status == Status.SUBMITTED


def test_edit_leaves_the_public_copy_as_it_was_approved():
    record = publish_endorsement(quote="Evidence first.")

    def save():
        record.quote = "Other words."
        record.save(update_fields=["quote"])

    moves.edit(record, by=make_national_lead(), seen_version=record.version, save=save)

    assert record.status == Status.SUBMITTED
    assert Publication.objects.live().get().card["quote"] == "Evidence first."


def test_publish_without_consent_says_what_is_missing_and_changes_nothing():
    record = make_endorsement()

    with pytest.raises(NotReady) as error:
        run(record, Move.PUBLISH, by=make_national_lead())

    assert error.value.missing == ["The champion has not agreed to these exact words."]
    assert Record.objects.get(pk=record.pk).status == Status.SUBMITTED
    assert not Publication.objects.exists()


def test_publish_after_an_edit_needs_consent_to_the_new_words():
    record = make_endorsement(agreed=True)
    record.quote = "Words nobody agreed to."
    record.save(update_fields=["quote"])

    with pytest.raises(NotReady):
        run(record, Move.PUBLISH, by=make_national_lead())


def test_publish_freezes_the_words_and_tells_the_author():
    record = make_endorsement(agreed=True, author_email="sam@example.nhs.uk")

    run(record, Move.PUBLISH, by=make_national_lead())

    live = Publication.objects.live().get()
    assert live.card["quote"] == record.quote
    assert live.consent == record.consents.last()
    assert (
        Outbox.objects.get(reference=record.reference).address == "sam@example.nhs.uk"
    )


def test_publishing_again_replaces_the_copy():
    record = publish_endorsement()
    first = Publication.objects.live().get()
    run(record, Move.REVISE, by=make_national_lead())

    run(record, Move.PUBLISH, by=make_national_lead())

    first.refresh_from_db()
    assert first.retired_why == Retired.REPLACED
    assert Publication.objects.live().count() == 1


def test_decline_is_refused_while_a_copy_is_live():
    record = in_status(Status.SUBMITTED, live=True)

    with pytest.raises(MoveNotAllowed):
        run(record, Move.DECLINE, by=make_national_lead())


def test_take_down_needs_something_live():
    record = make_endorsement()

    with pytest.raises(MoveNotAllowed):
        run(record, Move.TAKE_DOWN, by=make_national_lead())

    assert Record.objects.get(pk=record.pk).version == record.version


def test_lead_does_not_publish_a_case_study_she_recorded():
    region = make_region()
    lead = make_lead(region)
    record = make_case_study(region=region, agreed=True, by=lead)

    with pytest.raises(NotReady) as error:
        run(record, Move.PUBLISH, by=lead)

    assert error.value.missing == [
        "You recorded this case study: another lead publishes it."
    ]


def test_case_study_needs_its_three_core_criteria():
    record = make_case_study(agreed=True, met=(1, 3))

    with pytest.raises(NotReady) as error:
        run(record, Move.PUBLISH, by=make_national_lead())

    assert error.value.missing == [
        "Criterion 2 is not marked as met: What the impact was is clear."
    ]


def test_changed_words_take_their_marks_with_them():
    record = make_case_study(met=(1, 2, 3))

    run(record, Move.EDIT, by=make_national_lead())

    assert not record.marks.exists()


def test_withdrawal_empties_record_publications_notes_and_mails():
    record = publish_endorsement(
        name="Sam Sample", quote="Evidence first.", author_email="sam@example.nhs.uk"
    )

    run(record, Move.WITHDRAW, by=make_national_lead())

    stored = Record.objects.get(pk=record.pk)
    assert (stored.author_email, stored.story.quote, stored.story.name) == ("", "", "")
    copy = Publication.objects.get()
    assert (copy.title, copy.card, copy.search_text) == ("", {}, "")
    assert copy.retired_why == Retired.WITHDRAWN
    assert not stored.decisions.exclude(note="").exists()
    assert all("Evidence" not in mail.body for mail in Outbox.objects.all())
