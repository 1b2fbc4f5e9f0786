"""Words that may tell who a patient is: their author looks at them before going on.

What is seen is decided in amd/moderation/checks. Whatever an author says of it, a lead
reads it beside the warning and judges for herself.
"""

from collections.abc import Iterable, Sequence
from typing import Any, cast

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from amd.moderation.by_link import by_link
from amd.moderation.checks import contacts, patient_details
from amd.moderation.checks.findings import Finding
from amd.moderation.checks.passing import Judged, judged, pass_warnings
from amd.moderation.checks.run import found_in_words
from amd.moderation.links import my_link
from amd.moderation.sending import held_back
from amd.records.models import Record, Role
from amd.web.forms import NhsukForm, render_invalid
from casestudies.models import CaseStudy

from .door import may_save, page_named, story_of
from .marked import Marked, marked
from .onward import onward
from .pages import Page, pages_of
from .rows import label_of
from .saving import WITH_ITS_AUTHOR

TEMPLATE = "casestudies/journey/patient_details.html"
# A way to reach one person tells who they are, too.
CODES = (patient_details.CODE, contacts.CODE)
CHANGED = "Read these words again: they have changed since you opened this page"


class ReasonForm(NhsukForm):
    """Why the words that are shown do not tell who anybody is."""

    reason = forms.CharField(
        label="Why does it not identify anyone?",
        max_length=500,
        help_text=(
            "Your library lead reads this. For example: Mrs Sample is the ward manager "
            "and has agreed to be named"
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Enter why this does not identify anyone"},
    )
    # Those that were read: another tab may have saved other words since.
    findings = forms.MultipleChoiceField(
        widget=forms.MultipleHiddenInput,
        error_messages={"required": CHANGED, "invalid_choice": CHANGED},
    )

    def __init__(self, *args: Any, on_page: Sequence[Finding], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on_page = [each for each in on_page if not each.is_block]
        field = cast("forms.MultipleChoiceField", self.fields["findings"])
        field.choices = [(each.key, each.sentence) for each in self.on_page]

    def read(self) -> list[Finding]:
        keys = self.cleaned_data["findings"]
        return [each for each in self.on_page if each.key in keys]


def seen_of(story: CaseStudy) -> list[Judged]:
    """What the checks see in the words as they stand. One query where they see anything."""
    found = [each for each in found_in_words(story) if each.code in CODES]
    return judged(story, found)


def waits(each: Judged) -> bool:
    """Whether nobody has answered for these words yet; a block is never answered for."""
    return each.by_author is None and each.passed is None


def waiting_on(story: CaseStudy, page: Page) -> list[Finding]:
    return [
        each.finding
        for each in seen_of(story)
        if each.finding.field in page.fields and waits(each)
    ]


def pages_to_look_at(story: CaseStudy) -> list[Page]:
    """Those on which something still waits: a story is not sent before it is answered."""
    fields = {each.finding.field for each in seen_of(story) if waits(each)}
    return [page for page in pages_of(story) if fields.intersection(page.fields)]


def go_on_from(story: CaseStudy, page: Page, *, is_check: bool = False) -> HttpResponse:
    """After a page is saved: first to what may tell who a patient is, if it does."""
    if waiting_on(story, page):
        return redirect(address_of(story, page, is_check=is_check))
    return onward(story, page, is_check=is_check)


def address_of(story: CaseStudy, page: Page, *, is_check: bool) -> str:
    address = reverse("casestudies:patient_details", args=[my_link(story), page.slug])
    return f"{address}?then=check" if is_check else address


@require_http_methods(["GET", "HEAD", "POST"])
@by_link
def look(request: HttpRequest, link: str, slug: str) -> HttpResponse:
    """The words found on one page that is saved: changed there, or answered for here."""
    story, page = story_of(link), page_named(slug)
    if story.status not in WITH_ITS_AUTHOR:
        return redirect("moderation:my", link)
    is_check = request.GET.get("then") == "check"
    on_page = [each for each in seen_of(story) if each.finding.field in page.fields]
    waiting = [each.finding for each in on_page if waits(each)]
    context = _context(story, page, waiting, is_check=is_check)
    if request.method == "POST":
        form = ReasonForm(request.POST, on_page=[each.finding for each in on_page])
        if not may_save(request):
            return held_back(request, form, TEMPLATE, context)
        if form.is_valid():
            answer_for(story, form)
            return go_on_from(story, page, is_check=is_check)
        if waiting:
            return render_invalid(request, TEMPLATE, {**context, "form": form})
    if not waiting:
        return onward(story, page, is_check=is_check)
    form = ReasonForm(on_page=waiting)
    return render(request, TEMPLATE, {**context, "form": form})


@transaction.atomic
def answer_for(story: CaseStudy, form: ReasonForm) -> None:
    """Keep the reason, unless the story left its author in the meantime."""
    # A withdrawal, which empties the reasons, waits for this one or comes before it.
    now = Record.objects.select_for_update().get(pk=story.pk)
    if now.status in WITH_ITS_AUTHOR:
        reason = form.cleaned_data["reason"]
        pass_warnings(story, form.read(), by=Role.AUTHOR, reason=reason)


def _context(
    story: CaseStudy, page: Page, waiting: Sequence[Finding], *, is_check: bool
) -> dict[str, Any]:
    address = reverse("casestudies:write", args=[my_link(story), page.slug])
    back = f"{address}?then=check" if is_check else address
    first = waiting[0].field if waiting else page.fields[0]
    return {
        "page": page,
        "back": f"{back}#id_{first}",
        "blocks": _shown((each for each in waiting if each.is_block), page),
        "warnings": _shown((each for each in waiting if not each.is_block), page),
        "keys": [each.key for each in waiting if not each.is_block],
    }


def _shown(findings: Iterable[Finding], page: Page) -> list[tuple[str, Marked]]:
    """(question, sentence) of each sentence in which something was found."""
    return [(label_of(each.field, page), each) for each in marked(findings)]
