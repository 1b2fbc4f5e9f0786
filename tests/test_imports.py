"""Imports go one way: read from the source, and from every foreign key's target."""

import ast
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parent.parent

MAY_USE: dict[str, set[str]] = {
    "cards": set(),
    "campaign": set(),
    "web": set(),
    "pictures": set(),
    "mail": {"campaign"},
    "staff": {"campaign", "mail", "web"},
    "records": {"campaign"},
    "consent": {"records", "pictures", "campaign"},
    "publishing": {"records", "consent", "pictures", "cards", "campaign"},
}
MAY_USE["moderation"] = {*MAY_USE}
MAY_USE["endorsements"] = MAY_USE["casestudies"] = {*MAY_USE}
MAY_USE["gallery"] = MAY_USE["comms"] = {
    "publishing",
    "campaign",
    "cards",
    "pictures",
    "mail",
    "web",
}
# What the gallery shows, for other websites and programs.
MAY_USE["open_data"] = {*MAY_USE["gallery"], "gallery"}


def part_of(module: str) -> str | None:
    """amd.mail.words → mail; endorsements.forms → endorsements; django.urls → None."""
    names = module.split(".")
    if names[0] in ("endorsements", "casestudies"):
        return names[0]
    if names[0] == "amd" and len(names) > 1 and names[1] in MAY_USE:
        return names[1]
    return None


def imported(path: Path) -> set[str]:
    """The parts this file imports, but for what only the type checker reads."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            node.body = []
    found: set[str | None] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {part_of(alias.name) for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            found |= {part_of(f"{node.module}.{alias.name}") for alias in node.names}
    return {part for part in found if part}


def folder_of(part: str) -> Path:
    top = ROOT / part
    return top if top.is_dir() else ROOT / "amd" / part


@pytest.mark.parametrize("part", MAY_USE)
def test_part_imports_only_what_stands_below_it(part: str) -> None:
    sources = [p for p in folder_of(part).rglob("*.py") if "migrations" not in p.parts]

    wrong = {
        f"{path.relative_to(ROOT)} imports {name}"
        for path in sources
        for name in imported(path) - MAY_USE[part] - {part}
    }

    assert sources
    assert wrong == set()


@pytest.mark.parametrize("part", MAY_USE)
def test_foreign_keys_point_only_at_what_stands_below(part: str) -> None:
    if part == "cards":
        return
    models = apps.get_app_config(part).get_models()

    targets = {
        f"{model.__name__}.{field.name} points at {other}"
        for model in models
        for field in model._meta.get_fields()
        if field.concrete and field.is_relation and field.related_model
        for other in [part_of(field.related_model.__module__)]
        if other and other not in MAY_USE[part] | {part}
    }

    assert targets == set()


def test_engine_imports_no_django() -> None:
    for path in folder_of("cards").rglob("*.py"):
        assert "django" not in path.read_text(encoding="utf-8"), path
