"""Pages that belong to no part: health, statements, errors."""

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from amd.web.context import site
from amd.web.models import Throttle


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """Reads a table, so that a balancer learns of a lost database."""
    try:
        Throttle.objects.exists()
    except DatabaseError:
        return HttpResponse("database not readable", "text/plain", status=503)
    return HttpResponse("ok", "text/plain")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Where browsers look for it: pages of the admin and pictures name none."""
    return redirect(static("amd/img/favicon.svg"))


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "web/accessibility.html",
        {"owner": settings.SITE_OWNER, "statement": settings.SITE_ACCESSIBILITY},
    )


@require_safe
def cookies(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "web/cookies.html",
        {
            "session": settings.SESSION_COOKIE_NAME,
            "session_hours": settings.SESSION_COOKIE_AGE // 3600,
            "csrf": settings.CSRF_COOKIE_NAME,
        },
    )


def gone(request: HttpRequest) -> HttpResponse:
    """The answer where something was published once and is no longer."""
    response = render(request, "410.html", status=410)
    response.headers["Cache-Control"] = "no-store"
    return response


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return HttpResponse(render_to_string("400.html", site(request)), status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return HttpResponse(render_to_string("403.html", site(request)), status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return HttpResponse(render_to_string("404.html", site(request)), status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Needs neither the database nor the session: they may be what failed."""
    return HttpResponse(render_to_string("500.html", site(request)), status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return HttpResponse(render_to_string("403_csrf.html", site(request)), status=403)
