"""Packs as tests make and read them."""

import io
from zipfile import ZipFile

from django.utils import timezone

from amd.publishing.cards import OFFERED_FORMATS
from amd.publishing.models import Pack
from amd.publishing.packs.asking import ask
from amd.publishing.packs.contents import Contents
from amd.publishing.packs.giving import path_of
from amd.publishing.packs.making import make_next
from tests.factories import make_comms


def asked_pack(*publications, formats=("landscape",), user=None):
    return ask(user or make_comms(), publications, formats)


def made_pack(*publications, **how):
    """As the worker leaves it."""
    pack = asked_pack(*publications, **how)
    make_next()
    pack.refresh_from_db()
    return pack


def stored_files(settings):
    return sorted(path.name for path in (settings.MEDIA_ROOT / "packs").glob("*"))


def unzipped(data):
    """The members' bytes by name; every checksum is right."""
    with ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {each.filename: archive.read(each) for each in archive.infolist()}


def files_of(pack):
    return unzipped(path_of(Pack.objects.get(pk=pack.pk)).read_bytes())


def folders_of(pack):
    return sorted({name.partition("/")[0] for name in files_of(pack) if "/" in name})


def contents_of(*publications, formats=OFFERED_FORMATS):
    return Contents(list(formats), len(publications), timezone.now())


def members_of(contents, *publications):
    """Every member's bytes by name; README and manifest last."""
    found = {}
    for place, publication in enumerate(publications, start=1):
        found |= {each.name: each.data for each in contents.of(publication, place)}
    return found | {each.name: each.data for each in contents.front()}
