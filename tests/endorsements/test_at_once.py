"""Two at the same moment, on real threads: one endorsement, sent once or forgotten."""

import threading

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from amd.mail.models import Outbox
from amd.records.models import Record
from amd.web.models import Throttle
from endorsements.confirming import forget_unconfirmed
from endorsements.models import Endorsement
from tests.endorsements.answers import answers, confirm_address
from tests.factories import make_wordings
from tests.moments import days_ago
from tests.rounds import ROUNDS


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


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_two_who_confirm_at_the_same_moment_send_it_once():
    make_wordings()
    for number in range(ROUNDS):
        Throttle.objects.all().delete()
        Client().post("/endorse/", answers(quote=f"Evidence first, {number}."))
        draft = Endorsement.objects.latest("pk")
        together, sent = threading.Barrier(2), []
        data, page = {"version": draft.version}, confirm_address(draft)
        clicks = [
            threading.Thread(target=click, args=(together, data, sent, page))
            for _ in "12"
        ]
        for each in clicks:
            each.start()
        for each in clicks:
            each.join()

        assert len(sent) == 2
        assert draft.decisions.count() == 1
        assert draft.consents.filter(method="confirmed").count() == 1
    assert Endorsement.objects.filter(status="submitted").count() == ROUNDS


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_confirmed_and_forgotten_at_the_same_moment_it_is_one_of_the_two():
    make_wordings()
    long_ago = days_ago(30)
    for number in range(ROUNDS):
        Throttle.objects.all().delete()
        Client().post("/endorse/", answers(quote=f"Evidence first, {number}."))
        draft = Endorsement.objects.latest("pk")
        Record.objects.filter(pk=draft.pk).update(created_at=long_ago)
        together, sent = threading.Barrier(2), []
        data, page = {"version": draft.version}, confirm_address(draft)
        threads = [
            threading.Thread(target=click, args=(together, data, sent, page)),
            threading.Thread(target=forget, args=(together,)),
        ]
        for each in threads:
            each.start()
        for each in threads:
            each.join()

        draft.refresh_from_db()
        is_sent = draft.status == "submitted"
        assert is_sent == bool(draft.quote) == bool(draft.author_email)
        assert is_sent == draft.decisions.exists()
        Record.objects.update(created_at=timezone.now())


def forget(together):
    try:
        together.wait()
        forget_unconfirmed(timezone.localdate(), True)
    finally:
        connection.close()


def click(together, data, sent, page="/endorse/"):
    try:
        client = Client()
        together.wait()
        response = client.post(page, data)
        sent.append(response.headers.get("Location", response.status_code))
    finally:
        connection.close()
