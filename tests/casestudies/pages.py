"""The picture that a contributor chooses, and how its page keeps it."""

import re

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.amd.pictures.files import saved


def photo(data=None):
    return SimpleUploadedFile("ward.jpg", saved() if data is None else data)


def kept_value(response):
    return re.search(r'name="picture_kept" value="([^"]+)"', response.text)[1]
