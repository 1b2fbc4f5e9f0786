"""Two leads claim, take over or decide at once: one holds it, the other is told."""

from functools import partial

import pytest

from amd.moderation import claims, moves
from amd.moderation.models import Claim
from amd.records.errors import ModerationError
from amd.records.models import Record
from tests.amd.moderation.test_sign_off_races import at_once
from tests.factories import make_endorsement, make_national_lead, make_wordings
from tests.rounds import ROUNDS

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.race]


def test_of_two_who_claim_at_once_one_holds_it():
    leads = [make_national_lead(), make_national_lead()]
    for _ in range(ROUNDS):
        record = make_endorsement()

        outcomes = at_once(*(partial(claims.claim, record, by=lead) for lead in leads))

        assert sorted(type(o) for o in outcomes if o != "won") == [
            claims.ClaimedByAnother
        ]
        winner = leads[outcomes.index("won")]
        assert claims.claim_of(record).user == winner
        assert open_claims(record) == 1


def test_of_two_who_take_over_at_once_one_holds_it():
    holder, *rivals = (make_national_lead() for _ in range(3))
    for _ in range(ROUNDS):
        record = make_endorsement()
        held = claims.claim(record, by=holder)

        outcomes = at_once(
            *(
                partial(
                    claims.take_over, record, by=lead, reason="My event", seen=held.pk
                )
                for lead in rivals
            )
        )

        assert sorted(type(o) for o in outcomes if o != "won") == [
            claims.ClaimedByAnother
        ]
        assert claims.claim_of(record).user == rivals[outcomes.index("won")]
        assert open_claims(record) == 1


def test_a_claim_and_the_decision_of_another_end_with_one_of_both():
    """Whoever claims first is not decided past; after the decision there is no claim."""
    make_wordings()
    claiming, deciding = make_national_lead(), make_national_lead()
    for _ in range(ROUNDS):
        record = make_endorsement(agreed=True)

        outcomes = at_once(
            partial(claims.claim, Record.objects.get(pk=record.pk), by=claiming),
            partial(
                moves.decline, record, by=deciding, seen_version=1, note="Please, no"
            ),
        )

        won = outcomes.index("won")
        assert isinstance(outcomes[1 - won], ModerationError)
        assert open_claims(record) == (1 if won == 0 else 0)
        status = Record.objects.get(pk=record.pk).status
        assert status == ("submitted" if won == 0 else "declined")


def open_claims(record):
    return Claim.objects.filter(record_id=record.pk, ended_at=None).count()
