"""The desk's button for what looks like spam: it is none, and waits with the others."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from amd.campaign.models import User
from amd.records.models import Record, Status

from .desk_door import record_of
from .models import Suspected
from .suspected import let_in


def suspected_context(record: Record) -> dict[str, Any]:
    """What _suspected.html is given as `suspected`. One query."""
    kept = Suspected.objects.filter(record_id=record.pk).select_related("cleared_by")
    found = kept.first()
    if found is None:
        return {"suspected": None}
    return {
        "suspected": {
            "why": found.get_why_display(),
            "is_apart": found.cleared_at is None and record.status == Status.SUBMITTED,
            "let_in_at": found.cleared_at,
            "let_in_by": str(found.cleared_by or "somebody whose account is gone"),
        }
    }


@never_cache
@require_POST
def not_spam(request: HttpRequest, pk: int) -> HttpResponse:
    record = record_of(request, pk)
    if let_in(record, by=cast("User", request.user)):
        messages.success(request, "It waits in the queue now, with the others.")
    else:
        messages.info(request, "It was in the queue already.")
    return redirect(reverse("admin:records_record_review", args=[record.pk]))
