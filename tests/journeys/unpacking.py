"""A pack as comms have it on their own disk: unzipped, and every file in it looked at."""

import csv
import json
from pathlib import Path
from zipfile import ZipFile

from PIL import Image
from playwright.sync_api import Locator, Page
from pptx import Presentation
from pypdf import PdfReader

from amd.cards import FORMATS
from amd.publishing.models import Publication
from amd.publishing.post_texts import NETWORKS
from tests.amd.publishing.packs.rules import problems_with

MOST_BYTES = 1_000_000
ENDINGS = {"png": "PNG", "jpg": "JPEG"}
OPENED = {
    "pdf": lambda path: len(PdfReader(path).pages) == 1,
    "pptx": lambda path: len(Presentation(path).slides) == 1,
}


def saved(page: Page, button: Locator) -> tuple[str, Path]:
    """(the name that the browser offers, the file) of what a button sends."""
    with page.expect_download() as download:
        button.click()
    return download.value.suggested_filename, Path(download.value.path())


def unpacked(archive: Path, into: Path) -> Path:
    with ZipFile(archive) as zipped:
        assert zipped.testzip() is None
        assert problems_with(zipped.namelist()) == []
        zipped.extractall(into)
    return into


def assert_whole(pack: Path, publications: list[Publication], formats: list[str]):
    """Every file of every record is what it should be, and nothing else is there."""
    folders = sorted(path for path in pack.iterdir() if path.is_dir())
    beside = sorted(path.name for path in pack.iterdir() if path.is_file())
    assert beside == ["README.html", "manifest.csv"]
    assert len(folders) == len(publications)
    for folder, publication in zip(folders, publications, strict=True):
        assert folder.name.endswith(publication.address_reference)
        assert_drawn(folder, publication, formats)
        assert_worded(folder, publication)
    assert_listed(pack, folders)


def assert_drawn(folder: Path, publication: Publication, formats: list[str]):
    wanted = {
        (name, ext)
        for name in formats
        for ext in (FORMATS[name].kinds if FORMATS[name].is_document else ENDINGS)
    }
    found = set()
    for path in folder.glob(f"{publication.address_reference}-*"):
        shape, ext = path.stem.rpartition("-")[2], path.suffix[1:]
        name = "pptx" if ext == "pptx" else shape
        found.add((name, ext))
        if ext in OPENED:
            assert OPENED[ext](path), path
            continue
        assert path.stat().st_size < MOST_BYTES, path
        with Image.open(path) as image:
            shown = FORMATS[name]
            assert image.format == ENDINGS[ext]
            assert image.size == (shown.width_px, shown.height_px), path
    assert found == wanted


def assert_worded(folder: Path, publication: Publication):
    alt = (folder / "alt.txt").read_text()
    card = publication.card
    for name in ("quote", "name", "title", "organisation", "headline", "body"):
        assert card.get(name, "") in alt, name
    posts = {path.stem: path.read_text() for path in (folder / "posts").iterdir()}
    assert set(posts) == {network.key for network in NETWORKS}
    for network in NETWORKS:
        assert 0 < network.count(posts[network.key]) <= network.limit
    terms = (folder / "terms.txt").read_text()
    assert f"USE UNTIL {publication.ends_on:%-d %B %Y}" in terms
    record = json.loads((folder / "record.json").read_text())
    assert record["use_until"] == publication.ends_on.isoformat()


def assert_listed(pack: Path, folders: list[Path]):
    """Each drawn file has its row in the manifest."""
    with (pack / "manifest.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    drawn = {
        str(path.relative_to(pack))
        for folder in folders
        for path in folder.iterdir()
        if path.suffix[1:] in (*ENDINGS, *OPENED)
    }
    assert {row["File"] for row in rows} - {""} == drawn
