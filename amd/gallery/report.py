"""A visitor says what is wrong with a page; the region's leads get it by mail."""

from dataclasses import replace

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from amd.mail import words
from amd.mail.outbox import queue, role_mailbox
from amd.publishing.addresses import absolute
from amd.publishing.models import Publication
from amd.publishing.page import heading_of
from amd.web.forms import NhsukForm, render_invalid
from amd.web.throttle import allow, client_address
from amd.web.views import gone
from amd.web.watched import WatchedFields

from .views import live_or_404

REPORTS_AT_ONCE = 5
REPORTS_WITHIN_SECONDS = 60 * 60
# It goes to the same mailbox, which can tell these apart.
MAY_BE_SPAM = "May be spam"
TOO_MANY = (
    "You have sent several reports. Wait a quarter of an hour before the next one"
)


class ReportForm(WatchedFields, NhsukForm):
    subjects = {"problem": "what is wrong", "email": "your email address"}
    button = "Send report"

    problem = forms.CharField(
        label="What is wrong?",
        help_text="Do not include anything that could identify a patient",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    email = forms.EmailField(
        label="Your email address",
        help_text="Only to answer you about this page",
        required=False,
    )

    def save(self, publication: Publication) -> None:
        """Queue the mail, to the region's mailbox or else to who runs the site."""
        region = publication.region
        email = self.cleaned_data["email"]
        text = self.cleaned_data["problem"]
        text += f"\n\nAnswer to: {email}" if email else "\n\nThey left no address."
        mail = words.report(
            reference=publication.shown_reference,
            page=absolute(publication.get_absolute_url()),
            text=text,
        )
        if self.sign():
            mail = replace(mail, subject=f"{MAY_BE_SPAM}: {mail.subject}")
        to = role_mailbox(region)
        with transaction.atomic():
            queue(to, mail, region=region, reference=publication.reference)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, reference: str) -> HttpResponse:
    publication = live_or_404(reference)
    if publication is None:
        return gone(request)
    here = reverse("gallery:report", args=[publication.address_reference])
    context = {
        "publication": publication,
        "heading": heading_of(publication),
        "page_url": publication.get_absolute_url(),
    }
    if request.method != "POST":
        form = ReportForm()
        is_sent = "sent" in request.GET
        return render(
            request,
            "gallery/report.html",
            {**context, "form": form, "is_sent": is_sent},
        )
    form = ReportForm(request.POST)
    if form.is_valid() and _is_allowed(request, form):
        form.save(publication)
        return redirect(f"{here}?sent=1")
    return render_invalid(
        request, "gallery/report.html", {**context, "form": form, "is_sent": False}
    )


def _is_allowed(request: HttpRequest, form: ReportForm) -> bool:
    """Counts this report; a refusal is said in the form, where the words are kept."""
    allowed = allow(
        "report",
        client_address(request),
        limit=REPORTS_AT_ONCE,
        seconds=REPORTS_WITHIN_SECONDS,
    )
    if not allowed:
        form.add_error(None, TOO_MANY)
    return allowed
