"""A claim: begun, kept, run out, taken over with a reason, ended by the decision."""

from datetime import timedelta

import pytest
from django.utils import timezone

from amd.mail.models import Outbox
from amd.moderation import claims, moves
from amd.moderation.models import Claim
from amd.records.errors import MoveNotAllowed
from amd.records.models import Role
from tests.factories import make_endorsement

pytestmark = pytest.mark.django_db


@pytest.fixture
def record(north):
    return make_endorsement(region=north, agreed=True)


@pytest.fixture
def nora(north_lead):
    return north_lead.user


@pytest.fixture
def nat(national_lead):
    return national_lead.user


def run_out(claim):
    past = timezone.now() - timedelta(seconds=1)
    Claim.objects.filter(pk=claim.pk).update(until=past)


def test_a_claim_lasts_fifteen_minutes(record, nora):
    mine = claims.claim(record, by=nora)

    left = mine.until - timezone.now()
    assert timedelta(minutes=14) < left <= timedelta(minutes=15)
    assert claims.claim_of(record) == mine


def test_nobody_else_claims_it_meanwhile(record, nora, nat):
    claims.claim(record, by=nora)

    with pytest.raises(claims.ClaimedByAnother) as refused:
        claims.claim(record, by=nat)

    until = timezone.localtime(claims.claim_of(record).until)
    assert refused.value.sentence == (
        f"Not changed: Nora North has claimed this until {until:%H:%M}. "
        "Take it over first, with a reason, or wait."
    )


@pytest.mark.parametrize("move", ["accept", "publish", "send_back", "decline"])
def test_nobody_else_decides_it_meanwhile(record, nora, nat, move):
    claims.claim(record, by=nora)
    more = {"note": "Please say more"} if move in ("send_back", "decline") else {}

    with pytest.raises(claims.ClaimedByAnother):
        getattr(moves, move)(record, by=nat, seen_version=record.version, **more)

    record.refresh_from_db()
    assert (record.status, record.version) == ("submitted", 1)
    assert not record.decisions.exists()


def test_a_claim_that_ran_out_holds_nobody_back(record, nora, nat):
    run_out(claims.claim(record, by=nora))

    mine = claims.claim(record, by=nat)

    assert claims.claim_of(record) == mine
    assert mine.taken_from is None


def test_work_renews_a_claim_that_ran_out_while_nobody_else_came(record, nora):
    first = claims.claim(record, by=nora)
    run_out(first)

    assert claims.renew(record, by=nora) == first
    assert claims.claim_of(record) == first


def test_nothing_is_renewed_that_was_let_go_or_lost(record, nora, nat):
    claims.claim(record, by=nora)
    claims.let_go(record, by=nora)

    assert claims.renew(record, by=nora) is None

    claims.claim(record, by=nat)
    assert claims.renew(record, by=nora) is None


def test_whoever_takes_it_over_says_why_and_the_other_is_told(record, nora, nat):
    hers = claims.claim(record, by=nora)

    taken = claims.take_over(record, by=nat, reason="You are on leave", seen=hers.pk)

    assert claims.claim_of(record) == taken
    assert (taken.taken_from, taken.reason) == (nora, "You are on leave")
    mail = Outbox.objects.get()
    assert mail.address == nora.email
    assert mail.subject == (
        f"Nat National has taken over what you claimed, {record.shown_reference}"
    )
    assert "You are on leave" in mail.body
    assert mail.reference == record.reference


def test_a_claim_seen_on_a_stale_page_is_not_taken_over(record, nora, nat, south_lead):
    hers = claims.claim(record, by=nora)
    claims.take_over(record, by=nat, reason="You are on leave", seen=hers.pk)

    with pytest.raises(claims.ClaimedByAnother, match=record.shown_reference):
        claims.take_over(record, by=south_lead.user, reason="Mine", seen=hers.pk)

    assert claims.claim_of(record).user == nat


def test_one_who_is_gone_is_not_told(record, nora, nat):
    hers = claims.claim(record, by=nora)
    nora.is_active = False
    nora.save()

    claims.take_over(record, by=nat, reason="Has left", seen=hers.pk)

    assert not Outbox.objects.exists()


def test_the_decision_ends_the_claim_it_was_for(record, nora):
    claims.claim(record, by=nora)

    moves.accept(record, by=nora, seen_version=record.version)

    assert claims.claim_of(record) is None


def test_a_move_that_is_refused_leaves_the_claim(record, nora):
    claims.claim(record, by=nora)

    with pytest.raises(MoveNotAllowed):
        moves.reopen(record, by=nora, seen_version=record.version)

    assert claims.claim_of(record).user == nora


def test_what_is_decided_is_not_claimed(record, nora, nat):
    moves.decline(record, by=nat, seen_version=record.version, note="No")

    with pytest.raises(MoveNotAllowed) as refused:
        claims.claim(record, by=nora)

    assert refused.value.sentence == "Not claimed: this endorsement is declined."


def test_authors_and_people_quoted_wait_for_no_claim(record, nora):
    claims.claim(record, by=nora)

    moves.withdraw(record, by=Role.AUTHOR, seen_version=record.version)

    record.refresh_from_db()
    assert record.status == "withdrawn"
