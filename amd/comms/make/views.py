"""The page where anybody makes a card of their own; nothing that is sent is stored."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from amd.cards import DESIGNS, SOCIAL_CARD, CardError
from amd.web.policy import policy

from . import drawing, files
from .drawing import PATIENCE_SECONDS, TurnedAway, pen
from .forms import FORMS
from .make_form import MakeForm
from .source import GONE, source_of
from .still import as_data, beside, nothing_beside, problems_as_data, still_of

PAGE = "comms/make/make.html"
View = Callable[[HttpRequest], HttpResponse]


def in_no_cache(view: View) -> View:
    """What somebody typed is in every answer to it."""

    @wraps(view)
    def wrapped(request: HttpRequest) -> HttpResponse:
        response = view(request)
        if request.method == "POST":
            response.headers["Cache-Control"] = "no-store"
        return response

    return wrapped


@require_http_methods(["GET", "HEAD", "POST"])
@in_no_cache
def page(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return _posted(request)
    source = source_of(request.GET.get("from", ""))
    asked = request.GET.get("design", "").replace("-", "_")
    design = source.design if source else _design(asked)
    form = FORMS[design](initial=source.initial if source else {})
    context = {
        "source": source,
        "started_from": source.reference if source else "",
        "beside": nothing_beside(FORMS[design]),
    }
    return _page(request, form, context)


@require_POST
@in_no_cache
def preview(request: HttpRequest) -> HttpResponse:
    """As somebody types: the picture and its words; once they stop, the formats."""
    try:
        drawing.count(request, "drawing", drawing.DRAWINGS)
        with pen():
            form = _form(request)
            form.is_valid()
            data = problems_as_data if "measure" in request.POST else as_data
            return JsonResponse(data(form))
    except TurnedAway as error:
        return _turned_away(JsonResponse({"said": error.sentence}), error)


def _posted(request: HttpRequest) -> HttpResponse:
    """A file, else the page with the card as typed so far."""
    wanted = request.POST.get("get", "")
    if wanted and not files.is_offered(wanted):
        raise Http404("No such file is made")
    try:
        if wanted:
            return _file(request, wanted)
        drawing.count(request, "drawing", drawing.DRAWINGS)
        with pen(PATIENCE_SECONDS):
            form = _form(request)
            form.is_valid()
            form.forgive_missing()
            context = {"still": still_of(form), "beside": beside(form)}
        return _page(request, form, context)
    except TurnedAway as error:
        return _words_kept(request, error)


def _file(request: HttpRequest, wanted: str) -> HttpResponse:
    """What a button asked for; where it cannot be made, the page says why."""
    is_zip = wanted == files.EVERYTHING
    most = drawing.ZIPS if is_zip else drawing.FILES
    drawing.count(request, "zip" if is_zip else "file", most)
    with pen(PATIENCE_SECONDS):
        form = _form(request)
        form.is_valid()
    started_from = request.POST.get("from", "")
    if started_from and source_of(started_from) is None:
        form.add_error(None, GONE)
    if form.is_valid():
        card = form.card()
        if wanted == files.SHOWN:
            wanted = f"{form.shown_format}.png"
        try:
            data = files.zipped(card) if is_zip else files.drawn(card, wanted)
        except CardError as error:
            for problem in error.report.problems:
                form.refuse(problem)
        else:
            return _download(
                data, files.content_type(wanted), files.name_of(card, wanted)
            )
    with pen(PATIENCE_SECONDS):
        context = {"still": still_of(form), "beside": beside(form)}
    return _page(request, form, context)


def _download(data: bytes, content_type: str, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type=content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _words_kept(request: HttpRequest, error: TurnedAway) -> HttpResponse:
    """The page as it was sent: no card is drawn and no upload is decoded."""
    form = FORMS[_design(request.POST.get("design", ""))](request.POST)
    form.is_valid()
    form.errors.clear()
    form.add_error(None, error.sentence)
    around = nothing_beside(type(form))
    return _turned_away(_page(request, form, {"beside": around}), error)


def _turned_away(response: HttpResponse, error: TurnedAway) -> HttpResponse:
    response.status_code = error.status
    response.headers["Retry-After"] = str(drawing.RETRY_AFTER_SECONDS)
    return response


def _form(request: HttpRequest) -> MakeForm:
    """Of the design that the form was for, or of the other with the same answers."""
    was = FORMS[_design(request.POST.get("design", ""))]
    other = request.POST.get("switch", "")
    if other not in FORMS:
        return was(request.POST, request.FILES)
    data, now = request.POST.copy(), FORMS[other]
    for name, chosen in was.defaults().items():
        # What nobody chose is as the other design has it.
        if data.get(name) == chosen:
            del data[name]
    return now(data, request.FILES)


def _design(name: str) -> str:
    return name if name in FORMS else SOCIAL_CARD.name


def _page(
    request: HttpRequest, form: MakeForm, context: dict[str, Any]
) -> HttpResponse:
    """The still picture and those kept are data: images, which only this page allows."""
    started_from = request.POST.get("from", "")
    whole = {
        "form": form,
        "design": form.design,
        "designs": list(DESIGNS.values()),
        "everything": files.EVERYTHING,
        "shown": files.SHOWN,
        "source": source_of(started_from),
        # Also once it was taken down: the next press of a button has to learn it too.
        "started_from": started_from,
        "still": None,
        "invalid": bool(form.errors),
        **context,
    }
    status = 422 if form.errors else 200
    response = render(request, PAGE, whole, status=status)
    if request.method == "POST":
        response.headers["Content-Security-Policy"] = policy(img_src="'self' data:")
    return response
