"""Two see to a use at once, or one of them while its words are withdrawn."""

from functools import partial

import pytest

from amd.moderation import moves
from amd.publishing import takedowns
from amd.publishing.models import CardUse, Takedown
from amd.publishing.takedowns import NotChanged
from amd.records.models import Record, Role
from tests.amd.moderation.test_sign_off_races import at_once
from tests.factories import make_comms, make_use, make_wordings, publish_endorsement
from tests.rounds import ROUNDS

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.race]


@pytest.fixture
def record(north):
    make_wordings()
    return publish_endorsement(region=north)


def make_takedown(record, why="narrowed"):
    return Takedown.objects.create(use=make_use(record), why=why)


@pytest.mark.parametrize(
    "act",
    [
        takedowns.take_on,
        partial(takedowns.finish, outcome=Takedown.Outcome.DOWN),
    ],
    ids=["take on", "finish"],
)
def test_of_two_who_see_to_a_use_at_once_the_second_is_told(record, act):
    staff = [make_comms(), make_comms()]
    for _ in range(ROUNDS):
        takedown = make_takedown(record)

        outcomes = at_once(*(partial(act, takedown, user=user) for user in staff))

        takedown.refresh_from_db()
        winner = staff[outcomes.index("won")]
        assert winner in (takedown.owner, takedown.done_by)
        assert sorted(type(o) for o in outcomes if o != "won") == [NotChanged]


@pytest.mark.parametrize("outcome", ["down", "replaced"])
def test_what_became_of_a_use_and_a_withdrawal_leave_no_place_behind(north, outcome):
    """Either it is still to come down, or where it was is forgotten."""
    make_wordings()
    user = make_comms()
    for _ in range(ROUNDS):
        record = publish_endorsement(region=north)
        takedown = make_takedown(record)
        now = Record.objects.get(pk=record.pk).story
        seen = Takedown.objects.get(pk=takedown.pk)

        outcomes = at_once(
            partial(takedowns.finish, seen, user, Takedown.Outcome(outcome)),
            partial(moves.withdraw, now, by=Role.AUTHOR, seen_version=now.version),
        )

        takedown.refresh_from_db()
        account = CardUse.objects.get(pk=takedown.use_id).account
        assert outcomes[1] == "won"
        assert takedown.why == "withdrawn"
        assert (takedown.outcome, account) in [("", "@sample"), ("down", "")]
