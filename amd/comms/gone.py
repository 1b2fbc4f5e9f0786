"""What is not public any more: where it was used, and a use that is found later."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from amd.campaign.models import User
from amd.publishing.models import Publication
from amd.web.forms import render_invalid

from .forms import UseForm


def is_gone(reference: str) -> bool:
    """Whether it was public once, and nothing of it is now. One query."""
    copies = Publication.objects.with_reference(reference).values_list("retired_at")
    return bool(copies) and (None,) not in copies


def gone(request: HttpRequest, user: User, reference: str) -> HttpResponse:
    """410, for there is nothing to use; whoever finds it somewhere notes that here."""
    copies = Publication.objects.with_reference(reference).select_related("record")
    publication = copies.latest("pk")
    context = {"publication": publication, "form": UseForm()}
    if request.method != "POST":
        return render(request, "comms/gone.html", context, status=410)
    form = context["form"] = UseForm(request.POST)
    if not form.is_valid():
        return render_invalid(request, "comms/gone.html", context)
    form.note(publication, user)
    messages.success(request, "Noted. It is on the list of what has to come down.")
    return redirect("comms:record", publication.address_reference)
