"""What stands around the questions of a page: where one is, and what is answered."""

from dataclasses import replace
from typing import Any

from django.urls import reverse

from amd.records.models import Status
from casestudies.models import CaseStudy

from .answered import Answered, answered, in_short
from .pages import YOU, Page, page_before, pages_of, place_of
from .rows import label_of
from .vignette import still_of
from .workings import WorkingForm

# In which a patient may be told of.
PROSE = (
    "challenge",
    "library_role",
    "outcome",
    "impact",
    "figure_note",
    "quote",
    "headline",
    "brief",
)
# What only some pages show.
NOTHING_MORE: dict[str, Any] = {
    "still": None,
    "helper": None,
    "working": None,
    "is_used": False,
    "theirs": (),
    "words_so_far": (),
    "is_draft": False,
    "is_sent_back": False,
    "is_unsaved": False,
}


def first_context(*, is_quick: bool) -> dict[str, Any]:
    """Of the page from which the draft is kept."""
    number, count = place_of(CaseStudy(is_quick=is_quick), YOU)
    return {
        **NOTHING_MORE,
        "page": YOU,
        "number": number,
        "of": count,
        "is_quick": is_quick,
        "is_first": True,
        "is_check": False,
        "back": reverse("casestudies:submit"),
    }


def context_of(
    story: CaseStudy, page: Page, link: str, *, is_check: bool
) -> dict[str, Any]:
    """Of every later page. `is_check`: it goes back to the check of the answers."""
    number, count = place_of(story, page)
    context = {
        **NOTHING_MORE,
        "page": page,
        "number": number,
        "of": count,
        "link": link,
        "story": story,
        "is_first": False,
        "is_check": is_check,
        "is_draft": story.status == Status.DRAFT,
        "is_sent_back": story.status == Status.SENT_BACK,
        "back": _back(story, page, link, is_check=is_check),
        **answered_context(story, link, page),
    }
    if page.shows_vignette:
        context["still"] = still_of(story, link)
    if page.slug == "figures":
        context["helper"] = WorkingForm()
    if page.slug == "patients":
        context["words_so_far"] = words_so_far(story)
    return context


def words_so_far(story: CaseStudy) -> list[tuple[str, str]]:
    """(question, words) of all that is written, to be read through. No query."""
    return [
        (label_of(name, page), getattr(story, name))
        for page in pages_of(story)
        for name in page.fields
        if name in PROSE and getattr(story, name)
    ]


def answered_context(
    story: CaseStudy, link: str, shown: Page | None = None
) -> dict[str, Any]:
    """What is answered so far: beside `shown`, or beside all answers at the end.

    Only there it leads to what is missing: beside a page its links would stand between
    the last box and the button.
    """
    each = [
        replace(
            one,
            is_here=shown is not None and one.criterion in shown.criteria,
            url="" if shown else _way_to(story, link, one),
        )
        for one in answered(story)
    ]
    return {"answered": each, "in_short": in_short(each)}


def _way_to(story: CaseStudy, link: str, one: Answered) -> str:
    """A quick story has no page for a figure or a quote before it grows."""
    is_asked = one.page in {page.slug for page in pages_of(story)}
    if not one.missing or not is_asked:
        return ""
    return f"{reverse('casestudies:write', args=[link, one.page])}?then=check"


def _back(story: CaseStudy, page: Page, link: str, *, is_check: bool) -> str:
    if is_check:
        return reverse("casestudies:check", args=[link])
    before = page_before(story, page)
    if before:
        return reverse("casestudies:write", args=[link, before.slug])
    return reverse("moderation:my", args=[link])
