"""Every answer of a story in words, with the way to change it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django import forms
from django.urls import reverse

from casestudies import rules
from casestudies.models import CaseStudy

from .forms import QUICK_LABELS, YouForm, stored_answer
from .pages import BY_SLUG, Page

# Asked about an answer that was not given: not worth a line.
NEEDS = {
    **dict.fromkeys(BY_SLUG["figures"].fields[1:], "figure"),
    **dict.fromkeys(BY_SLUG["quote"].fields[1:], "quote"),
    **dict.fromkeys(BY_SLUG["picture"].fields[1:], "picture"),
}
LISTS = (forms.RadioSelect, forms.CheckboxSelectMultiple)


@dataclass(frozen=True)
class Row:
    """One question by its `name`; `url` opens the page at its box.

    `asked`: what a lead asks to change in it, where it was sent back.
    """

    name: str
    label: str
    answer: str
    url: str
    asked: str = ""


def rows_of(story: CaseStudy, page: Page, link: str) -> Iterator[Row]:
    """What was left empty has an empty answer. A query for each list on the page."""
    for name in page.fields:
        if name == "region" and story.organisation_id:
            continue
        if name in NEEDS and not getattr(story, NEEDS[name]):
            continue
        yield Row(
            name,
            label_of(name, page),
            answer_of(story, name),
            address_of(name, page, link),
        )


def address_of(name: str, page: Page, link: str) -> str:
    """The box of this question on its page, from where one goes back to the check."""
    address = reverse("casestudies:write", args=[link, page.slug])
    return f"{address}?then=check#{_box_of(name)}"


def label_of(name: str, page: Page) -> str:
    if page.slug == "story" and name in QUICK_LABELS:
        return QUICK_LABELS[name]
    return str(YouForm.base_fields[name].label)


def answer_of(story: CaseStudy, name: str) -> str:
    value = stored_answer(story, name)
    if name in rules.SCHEMES:
        return ", ".join(term.label for term in value)
    if name == "picture":
        return "Added" if value else ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    shown = getattr(story, f"get_{name}_display", None)
    return str(shown() if shown else value or "")


def _box_of(name: str) -> str:
    """Django's own id of the first option where there are several."""
    is_list = isinstance(YouForm.base_fields[name].widget, LISTS)
    return f"id_{name}_0" if is_list else f"id_{name}"
