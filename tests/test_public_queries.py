"""What visitors read asks for publications, their pictures and campaign rows alone."""

import re

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.addresses import make_world
from tests.factories import make_region
from tests.test_matrix import PUBLIC

pytestmark = pytest.mark.django_db

TABLE = re.compile(r'\b(?:FROM|JOIN|INTO|UPDATE)\s+"?([a-z_0-9]+)"?', re.IGNORECASE)
# Beside what these apps show: who is staff, who took or used a card, how often one asks.
PRIVATE = {"campaign_user", "publishing_download", "publishing_carduse"}
SHOWN = ("campaign_", "publishing_", "pictures_picture")
# Sends mail or draws what is typed; it shows nothing of what is stored but lists.
HOLDS_BACK = {"web_throttle"}


def tables_of(queries):
    """The tables that some statements name, those of a search index among them."""
    named = {table for query in queries for table in TABLE.findall(query["sql"])}
    return {table for table in named if not table.startswith("sqlite_")}


def test_every_public_page_reads_what_is_public(client):
    call_command("load_campaign", verbosity=0)
    world = make_world(make_region())
    read = {}

    for name, row in PUBLIC.items():
        with CaptureQueriesContext(
            connection,
        ) as asked:
            # To the last row: a table is read while it is sent.
            client.get(reverse(name, kwargs=world[row.object])).getvalue()
        read[name] = tables_of(asked.captured_queries)

    private = {
        name: sorted(
            table
            for table in tables
            if table in PRIVATE or not table.startswith((*SHOWN, *HOLDS_BACK))
        )
        for name, tables in read.items()
    }
    assert {name: tables for name, tables in private.items() if tables} == {}
    # There was something to be read, so that nothing passes by reading nothing.
    assert "publishing_publication" in read["gallery:gallery"]
    assert "campaign_region" in read["gallery:contact"]
    assert "publishing_publication" in read["open_data:csv"]
