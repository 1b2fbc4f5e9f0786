"""As somebody types: what is answered so far, and their words kept before they are saved."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from amd.moderation.by_link import by_link
from amd.moderation.previews import TOO_MANY

from .door import may_be_told, page_named, story_of
from .forms import form_of
from .saving import keep_typed
from .shown import answered_context


@require_POST
@by_link
def live(request: HttpRequest, link: str, slug: str) -> HttpResponse:
    """Of what is typed on one page and saved of the others.

    A browser that is closed, or goes back, loses nothing: the page shows it again.
    """
    story, page = story_of(link), page_named(slug)
    if not may_be_told(request):
        return HttpResponse(TOO_MANY, status=429, content_type="text/plain")
    form = form_of(page)(request.POST, instance=story, page=page)
    form.is_valid()
    keep_typed(form, request.POST)
    context = answered_context(story, link, page)
    return render(request, "casestudies/journey/_answered.html", context)
