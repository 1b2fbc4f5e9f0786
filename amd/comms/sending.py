"""A ZIP on its way to a member of staff: kept with who took it, before a byte is sent."""

from typing import BinaryIO

from django.db import transaction
from django.http import StreamingHttpResponse

from amd.campaign.models import User
from amd.publishing.downloads import keep_pack
from amd.publishing.models import Pack, Publication
from amd.publishing.packs import giving
from amd.publishing.packs.names import name_of_one
from amd.publishing.packs.one import make_one
from amd.publishing.packs.zips import CONTENT_TYPE


class NotGiven(Exception):
    """Its page says why."""


def sent_at_once(
    user: User, publication: Publication, formats: list[str]
) -> StreamingHttpResponse:
    """One record, drawn while it is sent. Raises CannotPack where it may not be given."""
    pieces = make_one(publication, formats)
    keep_pack(user, {publication: formats})
    return StreamingHttpResponse(
        pieces,
        content_type=CONTENT_TYPE,
        headers={
            "Content-Disposition": f'attachment; filename="{name_of_one(publication)}"'
        },
    )


@transaction.atomic
def opened(user: User, pack: Pack) -> BinaryIO:
    """The file of a pack that may be given still.

    The row is locked: a withdrawal at this moment finds who took it, or it is not given.
    """
    Pack.objects.select_for_update().get(pk=pack.pk)
    if giving.why_not_given(pack):
        raise NotGiven
    try:
        file = giving.path_of(pack).open("rb")
    except FileNotFoundError as error:
        raise NotGiven from error
    rows = giving.held(pack)
    keep_pack(user, {row.publication: row.formats for row in rows if row.publication})
    return file
