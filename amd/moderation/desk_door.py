"""The door of the review desk: the record that a page is about, for who may decide it."""

from typing import cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from amd.campaign.models import User
from amd.records.models import Record

from . import claims


def record_of(request: HttpRequest, pk: int) -> Record:
    """The record with its child, if this person may decide it; another region's is 404.

    Whoever sends something here is at work on it, so that their claim goes on.
    """
    if not request.user.has_perm("records.decide_record"):
        raise PermissionDenied
    visible = Record.objects.visible_to(request.user).select_related("region")
    record = get_object_or_404(visible, pk=pk)
    if request.method == "POST":
        claims.renew(record, by=cast("User", request.user))
    story: Record = record.story
    return story
