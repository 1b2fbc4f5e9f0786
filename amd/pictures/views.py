"""The preview of a kept photo, for whoever holds the form that names it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from . import signed


@require_safe
@never_cache
def preview(request: HttpRequest, value: str) -> HttpResponse:
    picture = signed.read(value, max_age=signed.PREVIEW_LASTS)
    if picture is None:
        raise Http404
    try:
        data = picture.bytes_at(320)
    except FileNotFoundError as error:
        raise Http404 from error
    return HttpResponse(data, "image/jpeg")
