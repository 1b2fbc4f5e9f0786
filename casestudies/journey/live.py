"""What is answered so far, as somebody types: the words beside the form, by themselves."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from amd.moderation.by_link import by_link
from amd.moderation.previews import TOO_MANY

from .door import may_be_told, page_named, story_of
from .forms import form_of
from .shown import answered_context


@require_POST
@by_link
def live(request: HttpRequest, link: str, slug: str) -> HttpResponse:
    """Of what is typed on one page and saved of the others. Nothing is kept."""
    story, page = story_of(link), page_named(slug)
    if not may_be_told(request):
        return HttpResponse(TOO_MANY, status=429, content_type="text/plain")
    data = request.POST.copy()
    data.pop("picture_kept", None)
    form_of(page)(data, instance=story, page=page).is_valid()
    context = answered_context(story, link)
    return render(request, "casestudies/journey/_answered.html", context)
