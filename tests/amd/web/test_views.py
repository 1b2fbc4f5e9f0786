"""Health, statements and error pages."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError, connection
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import path
from django.views.decorators.http import require_POST

from amd.web.checks import statements_are_filled
from amd.web.views import gone, server_error


def fail(request):
    raise RuntimeError("on purpose")


def forbid(request):
    raise PermissionDenied


def suspect(request):
    raise SuspiciousOperation


@require_POST
def post(request):
    return HttpResponse("posted")


urlpatterns = [
    path("fail/", fail),
    path("forbid/", forbid),
    path("suspect/", suspect),
    path("post/", post),
]
handler400 = "amd.web.views.bad_request"
handler403 = "amd.web.views.forbidden"
handler404 = "amd.web.views.not_found"
handler500 = "amd.web.views.server_error"


@pytest.mark.django_db
def test_healthz_says_ok_while_the_database_answers(client):
    response = client.get("/healthz")

    assert (response.status_code, response.content) == (200, b"ok")


def lose_the_database(execute, sql, params, many, context):
    raise OperationalError("server closed the connection unexpectedly")


@pytest.mark.django_db
def test_healthz_says_so_when_the_database_is_lost(client):
    with connection.execute_wrapper(lose_the_database):
        response = client.get("/healthz")

    assert (response.status_code, response.content) == (503, b"database not readable")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("url", "heading"),
    [
        ("/accessibility/", "Accessibility statement"),
        ("/privacy/", "Privacy"),
        ("/cookies/", "Cookies"),
    ],
)
def test_statement_has_its_heading_and_sets_no_cookie(client, url, heading):
    response = client.get(url)

    assert f'<h1 class="nhsuk-heading-xl">{heading}</h1>' in response.text
    assert not response.cookies


def test_accessibility_statement_claims_only_what_its_owner_chose(client, settings):
    unknown = client.get("/accessibility/").text
    settings.SITE_ACCESSIBILITY = {**settings.SITE_ACCESSIBILITY, "status": "fully"}
    claimed = client.get("/accessibility/").text

    assert "has not been assessed" in unknown
    assert "is fully compliant" in claimed


@pytest.mark.urls("tests.amd.web.test_views")
@pytest.mark.parametrize(
    ("url", "status", "heading"),
    [
        ("/suspect/", 400, "The page could not read what was sent"),
        ("/forbid/", 403, "You cannot open this page"),
        ("/nowhere/", 404, "Page not found"),
        ("/fail/", 500, "Sorry, there is a problem"),
    ],
)
def test_error_page_has_the_look_and_needs_no_database(url, status, heading):
    response = Client(raise_request_exception=False).get(url)

    assert response.status_code == status
    assert f">{heading}</h1>" in response.text
    assert "amd-header" in response.text


@pytest.mark.urls("tests.amd.web.test_views")
def test_form_without_its_token_gets_a_page_that_says_what_to_do():
    response = Client(enforce_csrf_checks=True).post("/post/")

    assert response.status_code == 403
    assert ">Your form was not sent</h1>" in response.text


def test_gone_is_never_kept():
    response = gone(RequestFactory().get("/gallery/"))

    assert response.status_code == 410
    assert response.headers["Cache-Control"] == "no-store"


def test_server_error_marks_where_we_are_in_the_menu():
    response = server_error(RequestFactory().get("/gallery/"))

    assert 'href="/gallery/" aria-current="page"' in response.text


def test_deployment_check_names_each_empty_variable(settings):
    settings.SITE_OWNER = {"organisation": "", "email": ""}
    settings.SITE_ACCESSIBILITY = dict.fromkeys(settings.SITE_ACCESSIBILITY, "")
    settings.SITE_PRIVACY = dict.fromkeys(settings.SITE_PRIVACY, "")

    errors = statements_are_filled(None)

    assert [error.msg.split(" ")[0] for error in errors] == [
        "SITE_ORGANISATION",
        "SITE_EMAIL",
        "ACCESSIBILITY_STATUS",
        "ACCESSIBILITY_TESTED_ON",
        "ACCESSIBILITY_PREPARED_ON",
        "DATA_PROTECTION_EMAIL",
        "PRIVACY_UPDATED_ON",
    ]
    # What fails a deployment by itself, whatever level it is asked to fail at.
    assert all(error.is_serious() for error in errors)
