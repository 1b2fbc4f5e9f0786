import tempfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

MB = 1024 * 1024


def sent(data, **fields):
    file = SimpleUploadedFile("photo.jpg", data, "image/jpeg")
    return RequestFactory().post("/", {"photo": file, **fields})


@pytest.fixture
def temporary_files(tmp_path, settings):
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    return tmp_path


@pytest.mark.parametrize("size_bytes", [0, 1, 3 * MB, 15 * MB])
def test_a_file_within_the_limit_arrives_whole(temporary_files, size_bytes):
    request = sent(b"a" * size_bytes)

    file = request.FILES["photo"]

    assert (file.size, len(file.read())) == (size_bytes, size_bytes)
    file.close()


def test_a_file_above_the_limit_is_counted_and_not_kept(temporary_files):
    request = sent(b"a" * (22 * MB), name="Sam")

    file = request.FILES["photo"]

    assert (file.size, file.read()) == (22 * MB, b"")
    assert request.POST["name"] == "Sam"
    assert list(temporary_files.iterdir()) == []


def test_nothing_beyond_the_limit_is_written(temporary_files, settings):
    settings.UPLOAD_MAX_BYTES = 3 * MB
    request = sent(b"a" * (3 * MB + 1))

    request.FILES["photo"].close()

    assert list(Path(tempfile.gettempdir()).glob("*.upload.photo.jpg")) == []
    assert list(temporary_files.iterdir()) == []


def test_a_second_file_is_read_after_one_that_was_too_large(temporary_files):
    large = SimpleUploadedFile("a.jpg", b"a" * (16 * MB))
    small = SimpleUploadedFile("b.jpg", b"b" * (3 * MB))
    request = RequestFactory().post("/", {"a": large, "b": small})

    files = request.FILES

    assert (files["a"].size, files["b"].read()) == (16 * MB, b"b" * (3 * MB))
    files["b"].close()
