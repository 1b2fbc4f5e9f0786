"""The public side reads live publications and the campaign's own rows, nothing else."""

import ast
from pathlib import Path

import pytest

import amd.gallery

FOLDER = Path(amd.gallery.__file__).parent
SOURCES = sorted(path for path in FOLDER.glob("*.py"))
PRIVATE_PARTS = {"records", "consent", "moderation", "endorsements", "casestudies"}
STARTS = {"live", "with_reference"}


def imported_names(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def first_steps(tree):
    """What follows each Publication.objects: the name of the method."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute):
            continue
        manager = node.value
        if (
            isinstance(manager, ast.Attribute)
            and manager.attr in {"objects", "_default_manager", "_base_manager"}
            and ast.unparse(manager.value) == "Publication"
        ):
            yield node.attr


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_source_imports_no_working_copy(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))

    parts = {part for name in imported_names(tree) for part in name.split(".")}

    assert not parts & (PRIVATE_PARTS | {"Record"})


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_source_starts_from_what_is_live(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))

    assert set(first_steps(tree)) <= STARTS


def test_sources_do_ask_for_publications():
    steps = [
        step
        for path in SOURCES
        for step in first_steps(ast.parse(path.read_text(encoding="utf-8")))
    ]

    assert steps.count("live") >= 3


def test_every_copy_with_a_reference_is_asked_for_its_live_one():
    source = (FOLDER / "views.py").read_text(encoding="utf-8")

    assert source.count("with_reference") == 1
    assert "known.live()" in source
