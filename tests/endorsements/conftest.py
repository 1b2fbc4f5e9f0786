"""What the tests of endorsements share."""

import pytest

from endorsements.models import Endorsement
from tests.endorsements.answers import answers
from tests.factories import make_wordings


@pytest.fixture(autouse=True)
def wordings(db):
    return make_wordings()


@pytest.fixture
def draft(client):
    """Sent at /endorse/, its mail not read yet."""
    client.post("/endorse/", answers())
    return Endorsement.objects.get()
