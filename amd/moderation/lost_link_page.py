"""Where people who have lost their private links ask for them, by their address."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from amd.web.forms import NhsukForm, render_invalid
from amd.web.throttle import allow, client_address

from .models import LinksAsked

PAGE = "moderation/lost_link.html"
HOUR_SECONDS = 60 * 60
# Behind one address may sit a whole hospital; a mailbox belongs to one person.
FROM_ONE_PLACE = 30
TO_ONE_PERSON = 3
TOO_MANY = (
    "Not sent: many links were asked for from your network. "
    "Wait an hour and ask for yours again"
)


class LostLinkForm(NhsukForm):
    subjects = {"email": "your email address"}
    button = "Email me my links"

    email = forms.EmailField(
        label="Your email address",
        help_text="The one that you gave us with your case study or endorsement",
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def lost_link(request: HttpRequest) -> HttpResponse:
    """The answer is the same, and as soon, whether or not anything has this address."""
    if request.method != "POST":
        context = {"form": LostLinkForm(), "is_sent": "sent" in request.GET}
        return render(request, PAGE, context)
    form = LostLinkForm(request.POST)
    if form.is_valid() and not _may_ask(request):
        form.add_error(None, TOO_MANY)
    if not form.is_valid():
        return render_invalid(request, PAGE, {"form": form, "is_sent": False})
    _note(form.cleaned_data["email"])
    return redirect(f"{reverse('moderation:lost_link')}?sent=1")


def _may_ask(request: HttpRequest) -> bool:
    place = client_address(request)
    return allow("lost-link place", place, FROM_ONE_PLACE, HOUR_SECONDS)


def _note(address: str) -> None:
    """Not too often: nothing is said of it, or a mailbox could be filled."""
    if allow("lost-link person", address.lower(), TO_ONE_PERSON, HOUR_SECONDS):
        LinksAsked.objects.create(address=address)
