"""Whatever stands in an address, an ordinary answer or a sentence comes back."""

import pytest
from django.urls import reverse

from amd.open_data.schemas import Asked, Place
from tests.test_hostile import HOSTILE

pytestmark = pytest.mark.django_db

NAMES = ("atom", "json", "csv", "api:publications", "api:facets", "api:withdrawn")
QUESTIONS = (*Asked.model_fields, *Place.model_fields, "sort", "page", "%00", "[]")
MORE = {
    "sql": "'%20OR%201=1;--",
    "fts": "NEAR(a%20b)%20AND%20-%22*%20title:^x",
    "tsquery": "a%20%26%20!b%20%7C%20(%20:*",
    "page": "1000000000",
    "formula": "%3Dcmd",
}


@pytest.mark.parametrize("value", (HOSTILE | MORE).values(), ids=HOSTILE | MORE)
def test_hostile_questions_one_by_one_and_at_once(client, endorsement, value):
    client.raise_request_exception = False
    each = [f"{question}={value}" for question in QUESTIONS]
    for name in NAMES:
        for query in (*each, "&".join(each)):
            answer = client.get(f"{reverse(f'open_data:{name}')}?{query}")

            assert answer.status_code in (200, 400), (name, query[:80])
            assert answer.getvalue(), (name, query[:80])
