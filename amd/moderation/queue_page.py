"""The queue of both kinds: opened on what waits in this person's regions, oldest first."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from amd.records.models import Record

from .queue_entries import keep_up
from .queue_facets import READY, Facets
from .queue_filters import Filters, counted, marked
from .queue_rows import rows_of

AT_ONCE = 50


@never_cache
def queue(request: HttpRequest, desk: "admin.ModelAdmin[Any]") -> HttpResponse:
    """Always the same number of queries, unless sign-offs have changed since."""
    if not desk.has_view_permission(request):
        raise PermissionDenied
    filters = Filters.of(request.GET)
    visible = Record.objects.visible_to(request.user)
    keep_up(visible)
    found = marked(visible, request.user)
    if filters.words:
        found, _ = desk.get_search_results(request, found, filters.words)
    facets = Facets(filters, counted(found))
    # Keys alone are put in order: whole rows would all be carried along.
    keys = filters.in_order(filters.narrow(found)).values_list("pk", flat=True)
    pages = Paginator(keys, AT_ONCE)
    # Known already.
    pages.count = facets.total
    page = pages.get_page(request.GET.get("page"))
    context = {
        **admin.site.each_context(request),
        "title": "Review queue",
        "filters": filters,
        "facets": facets,
        "ready": READY,
        "page": page,
        "rows": rows_of(found, list(page.object_list), request.user),
        "numbers": pages.get_elided_page_range(page.number, on_each_side=1, on_ends=1),
    }
    return render(request, "admin/records/record/change_list.html", context)
