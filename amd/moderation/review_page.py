"""The review page itself, with everything that stands on it."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from amd.records.models import Record
from amd.web.private import framing_us

from .desk import desk_context

# The focus begins here: at what went wrong, else at the heading of what comes next.
HERE = "#here"


def page_of(request: HttpRequest, record: Record, **forms: Any) -> HttpResponse:
    """The review page, with what was sent to it and refused."""
    context = {
        **admin.site.each_context(request),
        **desk_context(record, request.user, **forms),
        "has_errors": any(form.errors for form in forms.values()),
    }
    # A refused form answers 200, as the admin does everywhere.
    return framing_us(render(request, "admin/records/record/review.html", context))


def review_url(record: Record) -> str:
    return reverse("admin:records_record_review", args=[record.pk]) + HERE
