"""For staff: a pack is asked for, made while they watch, and taken."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.db.models import Count
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from amd.campaign.models import User
from amd.cards import FORMATS
from amd.publishing.models import Pack, PackRecord, PackState
from amd.publishing.packs import asking, giving
from amd.publishing.packs.asking import CannotPack
from amd.publishing.packs.models import KEPT_FOR
from amd.publishing.page import heading_of

from .desk import refused
from .desk_filters import Filters
from .door import for_staff
from .selection import Refused, Selection
from .sending import NotGiven, opened, sent_at_once

HEADINGS = {
    PackState.WAITING: "Your pack is being made",
    PackState.MAKING: "Your pack is being made",
    PackState.FAILED: "Your pack could not be made",
    PackState.CANCELLED: "Your pack was cancelled",
}


@require_POST
@for_staff
def make(request: HttpRequest, user: User) -> HttpResponseBase:
    """One record is sent at once; more of them are for the worker."""
    filters, chosen = Filters.read(request.POST), Selection.read(request.POST)
    try:
        formats = chosen.checked_formats()
        publications = chosen.publications(filters)
        if len(publications) == 1:
            return sent_at_once(user, publications[0], formats)
        pack = asking.ask(user, publications, formats)
    except Refused as error:
        return refused(request, filters, chosen, error)
    except CannotPack as error:
        return refused(request, filters, chosen, Refused(error.sentence, "records"))
    return redirect("comms:pack", pack.pk)


@require_safe
@for_staff
def packs(request: HttpRequest, user: User) -> HttpResponse:
    """Those of the last days, the newest first; what became of each."""
    known = Pack.objects.visible_to(user).annotate(asked=Count("records"))
    recent = known.filter(asked_at__gte=timezone.now() - KEPT_FOR - timedelta(days=1))
    rows = [(pack, formats_of(pack)) for pack in recent.order_by("-pk")]
    return render(request, "comms/packs.html", {"rows": rows})


@require_safe
@for_staff
def pack(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """How far it is, then what is in it; asked anew whether it may be given."""
    return render(request, "comms/pack.html", pack_context(_own(user, pk)))


@require_POST
@for_staff
def cancel(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    if not asking.cancel(_own(user, pk)):
        messages.error(request, "Not cancelled: it was not being made any more.")
    return redirect("comms:pack", pk)


@require_POST
@for_staff
def again(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """The same records as they are today."""
    try:
        pack = asking.ask_again(user, _own(user, pk))
    except CannotPack as error:
        messages.error(request, f"{error.sentence}.")
        return redirect("comms:pack", pk)
    return redirect("comms:pack", pack.pk)


@require_POST
@for_staff
def take(request: HttpRequest, user: User, pk: int) -> HttpResponseBase:
    """The ZIP; who took it is kept. What changed since is said on its page instead."""
    pack = _own(user, pk)
    try:
        file = opened(user, pack)
    except NotGiven:
        return redirect("comms:pack", pk)
    return FileResponse(file, as_attachment=True, filename=giving.download_name(pack))


def pack_context(pack: Pack) -> dict[str, Any]:
    why_not = "" if pack.is_under_way else giving.why_not_given(pack)
    return {
        "pack": pack,
        "heading": _heading(pack, why_not),
        "total": pack.records.count(),
        "formats": formats_of(pack),
        "why_not": why_not,
        "held": [] if why_not or pack.is_under_way else _held(pack),
        "left_out": giving.left_out(pack) if pack.is_ready else [],
    }


def _held(pack: Pack) -> list[tuple[PackRecord, str]]:
    """Each record of the file, and what it is called."""
    return [
        (row, heading_of(row.publication))
        for row in giving.held(pack)
        if row.publication
    ]


def _heading(pack: Pack, why_not: str) -> str:
    if pack.is_ready and not why_not:
        return "Your pack is ready"
    return HEADINGS.get(PackState(pack.state), "This pack cannot be given any more")


def formats_of(pack: Pack) -> str:
    """As a sentence has them: Landscape, Square."""
    return ", ".join(FORMATS[name].label for name in pack.formats)


def _own(user: User, pk: int) -> Pack:
    return get_object_or_404(Pack.objects.visible_to(user), pk=pk)
