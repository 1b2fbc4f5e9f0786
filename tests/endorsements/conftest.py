"""What the tests of endorsements share."""

import pytest

from tests.factories import make_wordings


@pytest.fixture(autouse=True)
def wordings(db):
    return make_wordings()
