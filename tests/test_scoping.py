"""Views and admin pages start from what a person may see, never from all rows."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# Whose rows belong to a region, or are public only while they are live.
SCOPED = {"Record", "Endorsement", "CaseStudy", "Publication", "Outbox", "Decision"}
SCOPED |= {"ConsentRecord", "PartnerLogo", "Picture", "CriterionMark"}
STARTS = {"visible_to", "live", "newest", "with_reference", "due"}
PAGE_NAMES = {"views", "admin", "admin_base", "review", "desk", "my", "report"}
PAGE_NAMES |= {"my_page", "my_timeline"}
PAGE_NAMES |= {
    "review_consent",
    "review_end",
    "desk_people",
    "timeline",
    "numbers_page",
}
PAGE_NAMES |= {"sign_off_pages", "sign_off_after", "agreed_pages", "agreed", "ask_page"}
PAGES = sorted(
    path
    for folder in ("amd", "endorsements", "casestudies")
    for path in (ROOT / folder).rglob("*.py")
    if path.stem in PAGE_NAMES
)


def bare_queries(source: str) -> list[str]:
    """Chains such as Record.objects.filter(...) without a scoping step in them."""
    found = []
    tree = ast.parse(source)
    inner = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Call):
            inner.add(id(node.value))
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or id(node) in inner:
            continue
        text = ast.unparse(node.func)
        head = text.split(".objects")[0]
        if (
            ".objects." in text
            and head in SCOPED
            and not any(f".{start}(" in f".{text}(" for start in STARTS)
        ):
            found.append(f"line {node.lineno}: {text}")
    return found


def test_pages_are_found():
    assert len(PAGES) > 8


@pytest.mark.parametrize("path", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_page_starts_from_what_a_person_may_see(path):
    assert bare_queries(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (
            "Record.objects.filter(pk=1).first()",
            ["line 1: Record.objects.filter(pk=1).first"],
        ),
        ("Record.objects.all()", ["line 1: Record.objects.all"]),
        ("Record.objects.visible_to(user).filter(pk=1)", []),
        ("Publication.objects.live().first()", []),
        ("Phase.objects.all()", []),
    ],
)
def test_bare_query_is_told_from_a_scoped_one(source, found):
    assert bare_queries(source) == found
