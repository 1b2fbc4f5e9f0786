from contextlib import contextmanager

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from amd.campaign.loading import load_campaign
from amd.campaign.models import LibraryService, PublicVersion
from amd.moderation import moves
from amd.moderation.changes_of_mind import change_uses
from amd.publishing.conditional import ASK_AGAIN
from amd.records.models import Role
from tests.factories import (
    make_national_lead,
    make_organisation,
    publish_endorsement,
)

pytestmark = pytest.mark.django_db

PAGES = ("home", "gallery", "campaign", "resources", "contact")


@pytest.fixture
def record():
    load_campaign()
    return publish_endorsement()


def addresses(record):
    return [
        *(reverse(f"gallery:{name}") for name in PAGES),
        reverse("gallery:endorsement", args=[record.address_reference]),
        reverse("gallery:resource", args=["making-good-cards"]),
        reverse("web:privacy"),
        reverse("web:wording", args=["champion", 1]),
    ]


@contextmanager
def queries(count):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        yield
    assert len(captured) == count, [each["sql"] for each in captured]


def test_every_public_page_answers_304_with_one_query(client, record):
    for path in addresses(record):
        first = client.get(path)

        with queries(1):
            again = client.get(path, headers={"If-None-Match": first["ETag"]})

        assert (again.status_code, again.content) == (304, b""), path
        assert (again["Cache-Control"], again["ETag"]) == (ASK_AGAIN, first["ETag"])
        assert "Cookie" in again["Vary"]


def publish(record):
    publish_endorsement()


def take_down(record):
    moves.take_down(
        record, by=make_national_lead(), seen_version=record.version, note="Old"
    )


def narrow(record):
    change_uses(
        record,
        person="champion",
        uses=["website", "name", "title"],
        by=Role.QUOTED_PERSON,
    )


def load_again(record):
    load_campaign()


@pytest.mark.parametrize("change", [publish, take_down, narrow, load_again])
def test_a_change_of_what_is_public_is_seen_with_the_next_request(
    client, record, change
):
    etag = client.get("/")["ETag"]

    change(record)

    assert client.get("/", headers={"If-None-Match": etag}).status_code == 200


def test_a_withdrawn_page_is_gone_for_whoever_kept_it(client, record):
    path = record.get_absolute_url()
    etag = client.get(path)["ETag"]

    take_down(record)

    assert client.get(path, headers={"If-None-Match": etag}).status_code == 410


def test_another_day_is_another_answer(client, record, monkeypatch):
    etag = client.get("/")["ETag"]
    monkeypatch.setattr(
        "amd.publishing.conditional.timezone.localdate",
        lambda: timezone.datetime(2030, 1, 1).date(),
    )

    assert client.get("/", headers={"If-None-Match": etag}).status_code == 200


def test_somebody_signed_in_gets_a_page_of_their_own(client, record):
    client.force_login(make_national_lead())

    page = client.get("/")

    assert ("ETag" in page, page["Cache-Control"]) == (False, "private, no-cache")


def test_every_row_of_the_campaign_that_staff_save_raises_the_counter(record):
    """Read from the admin itself, so that a new list is not forgotten."""
    LibraryService.objects.create(name="Library", organisation=make_organisation())
    mine = [
        model_admin
        for model, model_admin in admin.site._registry.items()
        if model._meta.app_label == "campaign"
    ]

    raised = {}
    for model_admin in mine:
        before = PublicVersion.now()
        row = model_admin.model._default_manager.first()
        model_admin.save_model(None, row, None, True)
        raised[model_admin.model.__name__] = PublicVersion.now() - before

    assert len(raised) >= 12
    assert set(raised.values()) == {1}, raised
