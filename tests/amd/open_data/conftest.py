"""Publications of each kind, and the ways in which one ceases to be public."""

import pytest

from amd.moderation import moves
from tests.factories import (
    make_consent,
    make_national_lead,
    make_publication,
    make_record,
    publish_endorsement,
)

TO_READ = ["website", "name", "title"]


@pytest.fixture
def endorsement(north):
    return make_publication(record=make_record(region=north))


@pytest.fixture
def case_study(south):
    return make_publication(record=make_record(kind="casestudy", region=south))


@pytest.fixture
def not_shared():
    """Its people agreed to the website, and to nothing else."""
    record = make_record()
    consent = make_consent(record, uses=TO_READ)
    return make_publication(record=record, consent=consent, uses=TO_READ)


@pytest.fixture
def withdrawn(north):
    """The record, withdrawn for good by its champion."""
    record = publish_endorsement(region=north, name="Zebedee Quillfeather")
    moves.withdraw(record, by=make_national_lead(), seen_version=record.version)
    return record


@pytest.fixture
def taken_down(south):
    record = publish_endorsement(region=south, name="Zebedee Quillfeather")
    moves.take_down(
        record, by=make_national_lead(), seen_version=record.version, note="Old"
    )
    return record
