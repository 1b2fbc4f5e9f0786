"""Drawn files go to a folder of the test's own."""

import pytest


@pytest.fixture(autouse=True)
def drawn_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path / "cards"
