"""Two answers under one link at once, as two browsers send them: one is kept."""

import threading

import pytest
from django.db import connection
from django.test import Client

from amd.consent.models import ConsentRecord, SignOff
from tests.amd.moderation.asked import ALL_OF_IT, address_of, ask, now
from tests.factories import make_endorsement, make_wordings
from tests.rounds import ROUNDS

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.race]

YES = {"answer": "approved", "uses": ALL_OF_IT, "wording_version": 1}
NO = {"answer": "refused", "reason": ""}


def answered_at_once(question, *answers):
    """The status each browser is answered, the lowest first."""
    barrier = threading.Barrier(len(answers))
    statuses = []

    def send(answer):
        try:
            barrier.wait()
            response = Client().post(address_of(question), answer)
            statuses.append(response.status_code)
        finally:
            connection.close()

    threads = [threading.Thread(target=send, args=(each,)) for each in answers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(statuses)


def test_of_two_answers_at_once_one_is_kept_and_the_other_told(north):
    make_wordings()
    for _ in range(ROUNDS):
        question = ask(make_endorsement(region=north))

        assert answered_at_once(question, YES, NO) == [302, 409]

        kept = ConsentRecord.objects.get(record_id=question.record_id)
        question.refresh_from_db()
        assert question.consent == kept
        assert bool(kept.uses) is (question.answer == SignOff.Answer.APPROVED)


def test_two_clicks_at_once_are_one_answer_and_no_mistake(north):
    make_wordings()
    for _ in range(ROUNDS):
        question = ask(make_endorsement(region=north))
        before = now(question.record).version

        assert answered_at_once(question, YES, YES) == [302, 302]

        assert ConsentRecord.objects.filter(record_id=question.record_id).count() == 1
        assert now(question.record).version == before + 1
