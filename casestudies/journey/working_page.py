"""The page of the figure, with the sum that was asked for."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from amd.web.forms import render_invalid

from .forms import PageForm
from .pages import Page
from .workings import USE, WORK, WorkingForm


def asks_working(request: HttpRequest, page: Page) -> bool:
    return page.slug == "figures" and (WORK in request.POST or USE in request.POST)


def working_page(
    request: HttpRequest, template: str, context: dict[str, Any], page: Page
) -> HttpResponse:
    """Everything as it was typed, and the sum; it fills in the figure where asked to."""
    helper = WorkingForm(request.POST)
    typed = {name: request.POST.get(name, "") for name in (*page.fields, "seen")}
    shown = {**context, "helper": helper}
    if helper.is_valid():
        shown["working"] = helper.working()
        if USE in request.POST:
            typed |= shown["working"].answers(request.POST)
            shown["is_used"] = True
    form = PageForm(instance=context["story"], page=page)
    form.initial.update(typed)
    shown["form"] = form
    return (
        render(request, template, shown)
        if helper.is_valid()
        else render_invalid(request, template, shown)
    )
