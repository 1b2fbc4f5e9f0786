"""Where a page leads once it is saved: to the next, or back to the check."""

from django.http import HttpResponse
from django.shortcuts import redirect

from amd.moderation.links import my_link
from casestudies.models import CaseStudy

from .pages import Page, page_after


def onward(story: CaseStudy, page: Page, *, is_check: bool) -> HttpResponse:
    link = my_link(story)
    following = None if is_check else page_after(story, page)
    if following is None:
        return redirect("casestudies:check", link)
    return redirect("casestudies:write", link, following.slug)
