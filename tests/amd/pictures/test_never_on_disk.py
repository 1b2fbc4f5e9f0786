"""Uploads to a page that promises to store nothing see no disk, whatever their size."""

from django.conf import settings
from django.core.files.uploadhandler import load_handler
from django.test import RequestFactory


def activated(path):
    request = RequestFactory().post(path)
    handler = load_handler("amd.pictures.handler.NeverOnDisk", request)
    handler.handle_raw_input(None, {}, 20_000_000, b"")
    return handler.activated


def test_only_those_pages_keep_large_files_in_memory():
    assert activated("/make/preview/")
    assert not activated("/endorse/")


def test_handler_stands_after_the_limit_and_before_djangos_own():
    names = [each.rpartition(".")[2] for each in settings.FILE_UPLOAD_HANDLERS]

    assert names[:3] == ["BytesLimit", "NeverOnDisk", "MemoryFileUploadHandler"]
