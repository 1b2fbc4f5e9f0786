"""What the tests of private pages and of uses elsewhere share."""

import logging

import pytest
from django.utils import timezone

from amd.consent.models import SignOff
from amd.publishing.takedowns import note
from tests.amd.moderation.asked import ask
from tests.factories import make_comms, make_endorsement, make_wordings


@pytest.fixture
def question(north) -> SignOff:
    """A champion who is asked about an endorsement without a photo."""
    make_wordings()
    return ask(make_endorsement(region=north, name="Dr Robin Sample"))


@pytest.fixture
def security(caplog):
    """The lines of the security log, as they would be written."""
    caplog.set_level(logging.INFO, "amd.security")
    return lambda: [r.getMessage() for r in caplog.records if r.name == "amd.security"]


@pytest.fixture
def cara():
    return make_comms(email="cara@example.nhs.uk", name="Cara")


@pytest.fixture
def uses(record, cara):
    """What Cara noted of the test's record: one on a network, one on paper."""
    where_to = {"account": "@sample", "address": "", "used_on": timezone.localdate()}
    return [note(record, cara, where=each, **where_to) for each in ("x", "board_paper")]
