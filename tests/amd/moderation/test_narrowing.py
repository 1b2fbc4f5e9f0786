"""A newer answer that agrees to less: what is live follows it, and never widens."""

import pytest
from django.urls import reverse
from django.utils import timezone

from amd.consent.models import Use
from amd.publishing.models import Publication
from amd.records.models import Record
from tests.factories import make_picture, make_wordings, publish_endorsement

pytestmark = pytest.mark.django_db


@pytest.fixture
def record(north):
    make_wordings()
    return publish_endorsement(region=north, photo=make_picture())


def write_down(person, record, *uses):
    version = Record.objects.get(pk=record.pk).version
    page = reverse("admin:records_record_agree", args=[record.pk])
    sent = {
        "version": version,
        "person": "champion",
        "checked": "on",
        "uses": uses,
        "method": "spoken",
        "told_on": timezone.localdate().isoformat(),
        "how": "Note in the shared mailbox",
    }
    assert person.client.post(page, sent).status_code == 302


def live():
    return Publication.objects.live().first()


def test_without_social_media_nothing_is_offered_for_download(
    client, north_lead, record
):
    before = live()

    write_down(north_lead, record, *(u for u in Use.values if u != Use.SOCIAL))

    assert not live().allows_social
    assert live().published_at == before.published_at
    page = client.get(live().get_absolute_url()).content.decode()
    assert "download=1" not in page
    before.refresh_from_db()
    assert (before.retired_why, before.card) == ("narrowed", {})


def test_without_the_photo_the_copy_has_none(north_lead, record):
    assert live().photo

    write_down(north_lead, record, *(u for u in Use.values if u != Use.PHOTO))

    assert live().photo is None


@pytest.mark.parametrize("needed", ["website", "name", "title"])
def test_without_what_an_endorsement_needs_it_comes_down(north_lead, record, needed):
    write_down(north_lead, record, *(u for u in Use.values if u != needed))

    assert live() is None
    assert Record.objects.get(pk=record.pk).status == "accepted"


def test_an_answer_that_takes_nothing_away_changes_nothing(north_lead, record):
    before = live()

    write_down(north_lead, record, *Use.values)

    assert live() == before
