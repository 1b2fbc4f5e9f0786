"""The vignette of a story so far: as somebody types, and on the page that comes next."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from amd.cards import FORMATS, CardError, alt_text, check
from amd.moderation.by_link import by_link
from amd.moderation.previews import TOO_MANY, draw_copy, drawn_png, may_draw
from amd.publishing.cards import card_of_copy
from casestudies.models import CaseStudy

from .door import page_named, story_of
from .forms import PageForm, form_of
from .so_far import FORMAT, copy_so_far


@dataclass(frozen=True)
class Still:
    """A picture of what is saved; or the sentences that say why there is none."""

    url: str
    alt: str
    width_px: int
    height_px: int
    problems: tuple[str, ...]
    left_out: str


def still_of(story: CaseStudy, link: str) -> Still:
    """What stands beside a page without a script, and above the answers at the end."""
    card = card_of_copy(copy_so_far(story))
    report, shown = check(card, FORMAT), FORMATS[FORMAT]
    return Still(
        reverse("casestudies:vignette", args=[link]),
        alt_text(card),
        shown.width_px,
        shown.height_px,
        tuple(problem.sentence for problem in report.problems),
        ". ".join(warning.sentence for warning in report.warnings),
    )


@require_safe
@by_link
def vignette(request: HttpRequest, link: str) -> HttpResponse:
    """The picture of what is saved, drawn for its author alone."""
    story = story_of(link)
    if not may_draw(request):
        return HttpResponse(TOO_MANY, status=429, content_type="text/plain")
    try:
        drawn = draw_copy(copy_so_far(story), FORMAT)
    except CardError as error:
        raise Http404("There is no vignette of these words") from error
    return HttpResponse(drawn, content_type="image/png")


@require_POST
@by_link
def draw(request: HttpRequest, link: str, slug: str) -> HttpResponse:
    """The picture of what is typed on one page, with what is saved of the others."""
    story, page = story_of(link), page_named(slug)

    def form_from(data: QueryDict) -> PageForm:
        return form_of(page)(data, instance=story, page=page)

    return drawn_png(request, form_from, lambda form: copy_so_far(form.instance))
