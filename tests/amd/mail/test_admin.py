"""The outbox in the admin: who was written to, never what."""

import pytest
from django.urls import reverse

from amd.mail.outbox import queue
from amd.mail.words import Mail


@pytest.mark.parametrize("name", ["body", "subject", "message_id"])
def test_the_words_of_a_mail_cannot_be_guessed_by_filtering(north_lead, north, name):
    queue("n@x.uk", Mail("Your link", "https://n.uk/my/secret/"), region=north)
    outbox = reverse("admin:mail_outbox_changelist")
    assert "n@x.uk" in north_lead.client.get(outbox).content.decode()

    response = north_lead.client.get(outbox, {f"{name}__contains": "a"})

    assert response.status_code == 400


@pytest.mark.parametrize("query", ["state=waiting", "address=n@x.uk", "reference="])
def test_what_the_list_shows_may_be_filtered(north_lead, query):
    outbox = reverse("admin:mail_outbox_changelist")

    assert north_lead.client.get(f"{outbox}?{query}").status_code == 200
