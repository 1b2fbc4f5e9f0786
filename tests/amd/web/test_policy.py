"""The headers that every answer carries, whatever it is."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from amd.web.policy import PERMISSIONS, POLICY, policy, policy_headers

STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; object-src 'none'; "
    "base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'; worker-src 'self'"
)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/accessibility/", "/healthz", "/no-such-page/"])
def test_every_answer_carries_the_written_headers(client, path):
    headers = client.get(path).headers

    assert {
        "Content-Security-Policy": STRICT,
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": PERMISSIONS,
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }.items() <= dict(headers).items()


@pytest.mark.django_db
def test_static_file_carries_them_too(client, settings):
    settings.WHITENOISE_USE_FINDERS = True
    settings.WHITENOISE_AUTOREFRESH = True

    response = client.get("/static/amd/supported.js")
    response.close()

    assert response.status_code == 200
    assert response.headers["Content-Security-Policy"] == POLICY


def test_header_of_a_view_is_kept():
    framed = policy(frame_ancestors="'self'")

    def view(request):
        headers = {
            "Content-Security-Policy": framed,
            "Cross-Origin-Resource-Policy": "cross-origin",
        }
        return HttpResponse(headers=headers)

    response = policy_headers(view)(RequestFactory().get("/"))

    assert response.headers["Content-Security-Policy"] == framed
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert framed == STRICT.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
