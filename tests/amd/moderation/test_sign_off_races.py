"""A person's answer and a lead's decision at once, on real threads: nothing half done."""

import threading
from functools import partial

import pytest
from django.db import connection

from amd.consent.covers import covers
from amd.consent.models import ConsentRecord, SignOff, Use
from amd.moderation import moves, sign_off
from amd.moderation.changes_of_mind import take_back
from amd.publishing.models import Publication
from amd.records.errors import ModerationError
from amd.records.models import Record, Role, Status
from tests.factories import make_endorsement, make_national_lead, make_wordings
from tests.rounds import ROUNDS

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.race]


def at_once(*acts):
    """What became of each act: "won" or the error. Started together, each on a thread."""
    barrier = threading.Barrier(len(acts))
    outcomes = [None] * len(acts)

    def run(place, act):
        try:
            barrier.wait()
            act()
            outcomes[place] = "won"
        except ModerationError as error:
            outcomes[place] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def asked(record, lead):
    return sign_off.ask(
        record,
        person="champion",
        email="dr@example.nhs.uk",
        by=lead,
        seen_version=record.version,
    )


def copy_of(row):
    """As another browser has it."""
    return type(row).objects.get(pk=row.pk)


def editing(record, lead):
    def save():
        record.quote = "Other words, nobody agreed to them."
        record.save(update_fields=["quote"])

    return lambda: moves.edit(record, by=lead, seen_version=record.version, save=save)


def publishing(record, lead):
    return lambda: moves.publish(record, by=lead, seen_version=record.version)


@pytest.fixture
def lead():
    make_wordings()
    return make_national_lead()


def test_an_edit_and_a_signature_never_both_stand(lead):
    for _ in range(ROUNDS):
        record = make_endorsement()
        question = asked(record, lead)

        outcomes = at_once(
            partial(sign_off.approve, question, uses=Use.values),
            editing(copy_of(record), lead),
        )

        assert outcomes.count("won") == 1, outcomes
        now = copy_of(record)
        signed = outcomes[0] == "won"
        assert covers(now, now.words()).is_complete == signed
        assert ConsentRecord.objects.filter(record=record).exists() == signed
        assert copy_of(question).is_open == (not signed)
        assert (now.quote == record.quote) == signed


def test_of_two_answers_one_is_kept(lead):
    for _ in range(ROUNDS):
        question = asked(make_endorsement(), lead)

        outcomes = at_once(
            partial(sign_off.approve, copy_of(question), uses=Use.values),
            partial(sign_off.refuse, copy_of(question)),
        )

        assert outcomes.count("won") == 1, outcomes
        kept = ConsentRecord.objects.get(record_id=question.record_id)
        wanted = (SignOff.Answer.APPROVED, SignOff.Answer.REFUSED)
        now = copy_of(question)
        assert (now.answer, now.consent) == (wanted[outcomes.index("won")], kept)
        assert bool(kept.uses) == (now.answer == SignOff.Answer.APPROVED)


def test_a_no_is_stronger_than_a_publication(lead):
    for _ in range(ROUNDS):
        record = make_endorsement(agreed=True)
        question = asked(record, lead)

        outcomes = at_once(
            publishing(copy_of(record), lead),
            partial(refuse_at_last, question),
        )

        assert outcomes[1] == "won", outcomes
        assert not Publication.objects.live().filter(record=record).exists()


def refuse_at_last(question):
    """As the page does: a person whose answer lost a race presses the button again."""
    try:
        sign_off.refuse(question)
    except ModerationError:
        sign_off.refuse(copy_of(question))


def test_a_withdrawal_by_its_person_always_stands(lead):
    for _ in range(ROUNDS):
        record = make_endorsement(agreed=True)

        outcomes = at_once(
            publishing(copy_of(record), lead),
            partial(take_back, record, person="champion", by=Role.QUOTED_PERSON),
        )

        assert outcomes[1] == "won", outcomes
        now = copy_of(record)
        assert (now.status, now.quote, now.name) == (Status.WITHDRAWN, "", "")
        assert not Publication.objects.live().filter(record=record).exists()
        assert not Publication.objects.exclude(title="").filter(record=record).exists()


def test_a_question_asked_during_a_withdrawal_keeps_no_words(lead):
    for _ in range(ROUNDS):
        record = make_endorsement(author_email="dr@example.nhs.uk")

        at_once(
            partial(asked, copy_of(record), lead),
            partial(take_back, record, person="champion", by=Role.QUOTED_PERSON),
        )

        assert Record.objects.get(pk=record.pk).status == Status.WITHDRAWN
        left = SignOff.objects.filter(record_id=record.pk).values_list("texts", "email")
        assert set(map(str, left)) <= {str(({}, ""))}
