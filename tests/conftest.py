"""What every test may ask for."""

from dataclasses import dataclass

import pytest
from django.test import Client

from amd.campaign.models import Region, User
from tests import factories


@dataclass
class Person:
    """One of the cast: the account and a browser signed in with it."""

    user: User | None
    client: Client


@pytest.fixture(autouse=True)
def fresh_storage(settings, tmp_path):
    """No test finds the files of another: drawn on the disk, uploaded in memory.

    Setting the storages anew makes new ones.
    """
    settings.MEDIA_ROOT = tmp_path
    settings.STORAGES = dict(settings.STORAGES)


def signed_in(user: User) -> Person:
    client = Client()
    client.force_login(user)
    return Person(user, client)


@pytest.fixture
def north(db) -> Region:
    return factories.make_region(name="North", slug="north")


@pytest.fixture
def south(db) -> Region:
    return factories.make_region(name="South", slug="south")


@pytest.fixture
def north_lead(north) -> Person:
    return signed_in(factories.make_lead(north, name="Nora North"))


@pytest.fixture
def south_lead(south) -> Person:
    return signed_in(factories.make_lead(south, name="Sol South"))


@pytest.fixture
def national_lead(db) -> Person:
    return signed_in(factories.make_national_lead(name="Nat National"))


@pytest.fixture
def comms(db) -> Person:
    return signed_in(factories.make_comms(name="Com Comms"))


@pytest.fixture
def visitor(db) -> Person:
    return Person(None, Client())
