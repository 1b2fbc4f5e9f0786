"""What the tests of private pages share."""

import logging

import pytest

from amd.consent.models import SignOff
from tests.amd.moderation.asked import ask
from tests.factories import make_endorsement, make_wordings


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
