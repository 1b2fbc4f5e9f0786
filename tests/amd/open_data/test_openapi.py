"""The description of the API, held against its answers by a machine that tries to lie."""

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from openapi_spec_validator import validate
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

pytestmark = pytest.mark.django_db

DESCRIPTION = "/api/v1/openapi.json"
ONE = "/api/v1/publications/{reference}/"
LISTS = ("/api/v1/publications/", "/api/v1/facets/", "/api/v1/withdrawn/")
AS_ALLOWED, AS_FORBIDDEN = GenerationMode.POSITIVE, GenerationMode.NEGATIVE
# Any text may stand for a reference: none is forbidden.
ASKED = [(ONE, AS_ALLOWED, 404)]
ASKED += [(path, AS_ALLOWED, 200) for path in LISTS]
ASKED += [(path, AS_FORBIDDEN, 400) for path in LISTS if "facets" not in path]
BOUNDED = settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


@pytest.fixture
def application():
    """The site, whose requests leave the test's connection open."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield get_wsgi_application()
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def described(application, endorsement, case_study, not_shared, withdrawn):
    return schemathesis.openapi.from_wsgi(DESCRIPTION, application)


@pytest.mark.parametrize(("path", "mode", "among_them"), ASKED)
def test_whatever_is_asked_the_answer_is_as_described(
    described, path, mode, among_them
):
    operation = described[path]["GET"]
    statuses = set()

    @BOUNDED
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case):
        answer = case.call()
        statuses.add(answer.status_code)
        case.validate_response(answer, checks=CHECKS)

    ask()

    assert among_them in statuses


def test_the_description_is_openapi(client):
    description = client.get(DESCRIPTION).json()

    validate(description)
    assert description["openapi"].startswith("3.")
    assert set(description["paths"]) == {ONE, *LISTS}
