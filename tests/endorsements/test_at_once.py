"""Two clicks on one form at the same moment, on real threads: one endorsement."""

import os
import threading

import pytest
from django.db import connection
from django.test import Client

from amd.mail.models import Outbox
from amd.web.models import Throttle
from endorsements.models import Endorsement
from tests.endorsements.answers import answers
from tests.factories import make_wordings

ROUNDS = int(os.environ.get("ROUNDS", "20"))


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_the_same_moment_make_one_record():
    make_wordings()
    for number in range(ROUNDS):
        Throttle.objects.all().delete()
        together = threading.Barrier(2)
        sent = []
        data = answers(quote=f"Evidence first, {number}.")
        clicks = [
            threading.Thread(target=click, args=(together, data, sent)) for _ in "12"
        ]
        for each in clicks:
            each.start()
        for each in clicks:
            each.join()

        assert len(sent) == 2
        assert len(set(sent)) == 1
    assert Endorsement.objects.count() == ROUNDS
    assert Outbox.objects.count() == ROUNDS


def click(together, data, sent):
    try:
        client = Client()
        together.wait()
        sent.append(client.post("/endorse/", data).url)
    finally:
        connection.close()
