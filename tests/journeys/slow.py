"""The site at the end of a slow line: pytest -p tests.journeys.slow, as make soak does.

Each answer comes late, and a page in two pieces. A journey that asks something of a page
without waiting for it fails here each time; on a busy machine it would once in a while.
"""

import time

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponse

LATE_SECONDS = 0.15
BETWEEN_SECONDS = 0.35
# Ends within the head: the page has begun, and nothing of it is there yet.
FIRST_BYTES = 200


@pytest.fixture(scope="session", autouse=True)
def slow_line():
    at_once = WSGIHandler.__call__

    def late(handler, environ, start_response):
        time.sleep(LATE_SECONDS)
        answer = at_once(handler, environ, start_response)
        return in_two(answer) if is_page(answer) else answer

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(WSGIHandler, "__call__", late)
        yield


def is_page(answer):
    is_whole = isinstance(answer, HttpResponse)
    return is_whole and answer.headers.get("Content-Type", "").startswith("text/html")


def in_two(answer):
    """The bytes of a page; closes it, as the server would have."""
    try:
        yield answer.content[:FIRST_BYTES]
        time.sleep(BETWEEN_SECONDS)
        yield answer.content[FIRST_BYTES:]
    finally:
        answer.close()
