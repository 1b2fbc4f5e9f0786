"""What the campaign gives away: a list, a page for each, and the files made here."""

from itertools import groupby
from operator import attrgetter

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from amd.campaign.data import guide
from amd.campaign.models import KeyMessage, Resource
from amd.publishing.conditional import ASK_AGAIN, public_page

from .cited import cited
from .own_files import OwnFile, downloads_of, picture_of
from .wordmark import shown_wordmarks


@require_safe
@public_page
def resources(request: HttpRequest) -> HttpResponse:
    """Two queries."""
    rows = list(Resource.objects.all())
    groups = groupby(rows, key=attrgetter("audience"))
    context = {
        "blank": {row.own_file: row for row in rows if row.own_file},
        "groups": [
            (audience, [(row, next(iter(downloads_of(row)), None)) for row in group])
            for audience, group in groups
        ],
        "wordmark": shown_wordmarks(),
        "messages_to_share": [
            (message, *cited([message.source])) for message in KeyMessage.objects.all()
        ],
    }
    return render(request, "gallery/resources.html", context)


@require_safe
@public_page
def resource(request: HttpRequest, slug: str) -> HttpResponse:
    """One query."""
    row = get_object_or_404(Resource, slug=slug)
    is_guide = row.own_file == Resource.OwnFile.GUIDE
    context = {
        "resource": row,
        "downloads": downloads_of(row),
        "picture": picture_of(row),
        "elsewhere": cited([row.url]),
        "guide": guide if is_guide else None,
    }
    return render(request, "gallery/resource.html", context)


@require_safe
def resource_file(request: HttpRequest, slug: str, file_name: str) -> HttpResponse:
    """One query, and a drawing when nobody has asked before."""
    file = _file_named(get_object_or_404(Resource, slug=slug), file_name)
    unchanged = get_conditional_response(request, etag=file.etag)
    response = unchanged or HttpResponse(file.data, content_type=file.content_type)
    response.headers["ETag"] = file.etag
    response.headers["Cache-Control"] = ASK_AGAIN
    if not file.alt and not unchanged:
        named = f'attachment; filename="{file.name}"'
        response.headers["Content-Disposition"] = named
    return response


def _file_named(row: Resource, name: str) -> OwnFile:
    picture = picture_of(row)
    files = [*downloads_of(row), *([picture] if picture else [])]
    for file in files:
        if file.name == name:
            return file
    raise Http404(name)
