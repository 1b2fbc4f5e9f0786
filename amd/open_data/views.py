"""The page that explains the open data to whoever wants to build on it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from amd.publishing.addresses import absolute
from amd.publishing.conditional import public_page

from . import schemas

# (what it is, name of its address, for whom)
FILES = (
    ("Atom feed", "atom", "Follow what is new in a feed reader."),
    ("JSON Feed", "json", "The same, for a website that shows the newest."),
    ("CSV", "csv", "Everything in one table, for a spreadsheet."),
    ("API", "api:publications", "Page after page, for a program."),
    ("OpenAPI", "api:openapi-json", "The description of the API, for your tools."),
    ("Withdrawn", "api:withdrawn", "What is no longer public, to delete."),
)


@require_safe
@public_page
def about(request: HttpRequest) -> HttpResponse:
    """No query of its own."""
    files = [
        {"name": name, "path": reverse(f"open_data:{address}"), "use": use}
        for name, address, use in FILES
    ]
    context = {
        "canonical": absolute(request.path),
        "files": files,
        "terms": schemas.terms(),
        "most": schemas.MOST,
    }
    return render(request, "open_data/about.html", context)
