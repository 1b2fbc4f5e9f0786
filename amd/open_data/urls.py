"""Addresses of what other websites and programs read."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, path, register_converter
from django.urls.converters import IntConverter
from django.views.decorators.http import require_safe

from . import feeds, sitemaps, table, views
from .answers import open_answer
from .api import api


class FileNumberConverter(IntConverter):
    """At most nine digits: no database has a row of a greater number."""

    regex = "[0-9]{1,9}"


register_converter(FileNumberConverter, "file_number")


@require_safe
def to_about(request: HttpRequest) -> HttpResponse:
    return redirect("open_data:about")


def opened(pattern: URLPattern) -> URLPattern:
    """An address of the library, answered as all open data is."""
    theirs = pattern.callback

    def view(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        # It knows no HEAD; the server leaves the words out.
        if request.method == "HEAD":
            request.method = "GET"
        return theirs(request, *args, **kwargs)

    pattern.callback = open_answer(view)
    return pattern


api_patterns = [
    # The library looks for this name to learn where it is.
    path("", to_about, name="api-root"),
    *(
        opened(each)
        for each in api.urls[0]
        if isinstance(each, URLPattern) and each.name != "api-root"
    ),
]

app_name = "open_data"
urlpatterns = [
    path("open-data/", views.about, name="about"),
    path("feeds/gallery.atom", feeds.atom, name="atom"),
    path("feeds/gallery.json", feeds.json, name="json"),
    path("feeds/gallery.csv", table.table, name="csv"),
    path("api/v1/", (api_patterns, "api", "api")),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemaps"),
    path("sitemap-pages.xml", sitemaps.pages, name="sitemap_pages"),
    path("sitemap-<file_number:number>.xml", sitemaps.records, name="sitemap_records"),
]
