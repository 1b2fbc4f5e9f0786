"""So many in a time and no more; two at once cannot both have the last."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import RequestFactory

from amd.web.models import Throttle
from amd.web.throttle import allow, client_address, forget_spent
from tests.rounds import ROUNDS

HOUR = 3600


@pytest.mark.django_db
def test_limit_is_allowed_and_the_next_is_not():
    answers = [allow("form", "192.0.2.1", limit=3, seconds=HOUR) for _ in range(4)]

    assert answers == [True, True, True, False]


@pytest.mark.django_db
def test_limit_is_allowed_again_when_the_time_has_passed():
    for _ in range(3):
        allow("form", "192.0.2.1", limit=3, seconds=HOUR)
    Throttle.objects.update(ends_us=time.time_ns() // 1000)

    answers = [allow("form", "192.0.2.1", limit=3, seconds=HOUR) for _ in range(4)]

    assert answers == [True, True, True, False]


@pytest.mark.django_db
def test_other_scope_and_other_key_have_buckets_of_their_own():
    allow("form", "192.0.2.1", limit=1, seconds=HOUR)

    assert allow("form", "192.0.2.2", limit=1, seconds=HOUR)
    assert allow("sign in", "192.0.2.1", limit=1, seconds=HOUR)
    assert not allow("form", "192.0.2.1", limit=1, seconds=HOUR)


@pytest.mark.django_db
def test_address_is_not_stored():
    allow("form", "192.0.2.1", limit=1, seconds=HOUR)

    assert "192.0.2.1" not in Throttle.objects.get().key


@pytest.mark.django_db
def test_spent_rows_are_forgotten_and_busy_ones_kept():
    allow("form", "busy", limit=1, seconds=HOUR)
    spent_us = time.time_ns() // 1000
    Throttle.objects.create(key="spent", calls=1, ends_us=spent_us)

    assert forget_spent() == 1
    assert Throttle.objects.count() == 1


def allow_and_close(key):
    try:
        return allow("race", key, limit=3, seconds=HOUR)
    finally:
        connection.close()


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_many_at_once_get_exactly_the_limit():
    with ThreadPoolExecutor(6) as people:
        for turn in range(ROUNDS):
            answers = list(people.map(allow_and_close, [f"round {turn}"] * 6))

            assert answers.count(True) == 3, f"round {turn}: {answers}"


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_many_at_once_after_the_time_get_exactly_the_limit():
    allow("race", "again", limit=3, seconds=HOUR)
    with ThreadPoolExecutor(6) as people:
        for turn in range(ROUNDS):
            Throttle.objects.update(ends_us=time.time_ns() // 1000)

            answers = list(people.map(allow_and_close, ["again"] * 6))

            assert answers.count(True) == 3, f"round {turn}: {answers}"


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "198.51.100.7", "192.0.2.1"),
        (1, "198.51.100.7, 203.0.113.9", "203.0.113.9"),
        (2, "6.6.6.6, 198.51.100.7, 203.0.113.9", "198.51.100.7"),
        (1, "", "192.0.2.1"),
        (1, "not an address", "unknown"),
        (1, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
    ],
)
def test_client_address_trusts_only_our_proxies(settings, proxies, forwarded, expected):
    settings.TRUSTED_PROXIES = proxies
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1", headers=headers)

    assert client_address(request) == expected
