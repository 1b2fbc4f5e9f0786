"""The last page: every answer once more, what the author agrees to, and sending it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from amd.consent.models import Method, Use
from amd.consent.words import Person
from amd.moderation import moves
from amd.moderation.answers import record_answer
from amd.moderation.by_link import by_link
from amd.moderation.public_forms import ConsentFields
from amd.moderation.sending import held_back, may_send, what_was_asked
from amd.records.errors import ModerationError, NotReady
from amd.records.models import Role, Status
from amd.web.forms import NhsukForm, render_invalid
from casestudies import questions, rules
from casestudies.models import CaseStudy
from casestudies.signed import contributor_words

from .answered import answered
from .forms import QUICK_LABELS, PageForm
from .pages import Page, pages_of
from .saving import WITH_ITS_AUTHOR
from .views import SCOPE, story_of

CHECK = "casestudies/journey/check.html"
CHANGED = (
    "Not sent: your case study was changed on another page while you read this one. "
    "Read your answers again, then send them"
)


class CheckForm(ConsentFields, NhsukForm):
    """What the contributor agrees to, for the exact words on this page."""

    person = Person.CONTRIBUTOR
    # The contributor's own name is asked as "Working with".
    offered = (Use.WEBSITE, Use.PHOTO, Use.SOCIAL, Use.INTERNAL, Use.CONTACT)

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    working_with_me = questions.AuthorFields.base_fields["working_with_me"]

    def __init__(self, *args: Any, story: CaseStudy, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.story = story
        self.initial.setdefault("version", story.version)
        self.initial.setdefault("working_with_me", story.working_with_me)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if Use.WEBSITE not in data.get("uses", []):
            self.add_error("uses", rules.WITHOUT_WEBSITE)
        return data

    @transaction.atomic
    def send(self) -> None:
        """Answer and move in one: raises NotReady, AlreadyDecided, MoveNotAllowed."""
        story, seen = self.story, self.cleaned_data["version"] or 0
        named = self.cleaned_data["working_with_me"]
        if story.working_with_me != named:
            story.working_with_me = named
            story.save(update_fields=["working_with_me"])
        own_name = {Use.NAME, Use.TITLE} if named else set()
        moves.submit(story, by=Role.AUTHOR, seen_version=seen)
        record_answer(
            story,
            words=contributor_words(story),
            uses={*self.cleaned_data["uses"], *own_name},
            method=Method.WEB_FORM,
            by=Role.AUTHOR,
        )


@dataclass(frozen=True)
class Row:
    """One answer in words, with the way to change it."""

    label: str
    answer: str
    url: str
    asked: str = ""


@require_http_methods(["GET", "HEAD", "POST"])
@by_link
def check(request: HttpRequest, link: str) -> HttpResponse:
    story = story_of(link)
    if story.status not in WITH_ITS_AUTHOR:
        name = "sent" if request.method == "POST" else "my"
        return redirect(f"moderation:{name}", link)
    if request.method != "POST":
        form = CheckForm(story=story)
        return render(request, CHECK, {**_context(story, link), "form": form})
    form = CheckForm(request.POST, story=story)
    if not may_send(request, SCOPE):
        return held_back(request, form, CHECK, _context(story, link))
    if form.is_valid() and _is_sent(form, story):
        return redirect("moderation:sent", link)
    return render_invalid(request, CHECK, {**_context(story, link), "form": form})


def _is_sent(form: CheckForm, story: CaseStudy) -> bool:
    """Whether it is with the leads now; if not, the form says why."""
    try:
        form.send()
    except NotReady as error:
        for sentence in error.missing:
            form.add_error(None, sentence)
        return False
    except ModerationError as error:
        now = CaseStudy.objects.get(pk=story.pk)
        if now.status == Status.SUBMITTED:
            return True
        is_open = now.status in WITH_ITS_AUTHOR
        form.add_error(None, CHANGED if is_open else error.sentence.rstrip("."))
        form.data = form.data.copy()
        form.data["version"] = str(now.version)
        return False
    return True


def _context(story: CaseStudy, link: str) -> dict[str, Any]:
    return {
        "story": story,
        "link": link,
        "pages": [(page, list(rows_of(story, page, link))) for page in pages_of(story)],
        "answered": answered(story),
        "asked": what_was_asked(story) if story.status == Status.SENT_BACK else {},
        "unsaved": list(story.unsaved),
    }


def rows_of(story: CaseStudy, page: Page, link: str) -> Iterator[Row]:
    """Every question of a page with its answer; "Not provided" where it was left."""
    address = reverse("casestudies:write", args=[link, page.slug])
    form = PageForm(instance=story, page=page)
    for name in page.fields:
        if name == "region" and story.organisation_id:
            continue
        field = form.fields.get(name) or questions.AuthorFields.base_fields.get(name)
        label = str(field.label) if field and field.label else name
        if story.is_quick and name in QUICK_LABELS:
            label = QUICK_LABELS[name]
        yield Row(label, answer_of(story, name), f"{address}?then=check#id_{name}")


def answer_of(story: CaseStudy, name: str) -> str:
    if name in rules.SCHEMES:
        return ", ".join(term.label for term in getattr(story, name).all())
    if name in ("picture_alt", "picture_credit"):
        about = {"picture_alt": "alt_text", "picture_credit": "credit"}[name]
        return getattr(story.picture, about) if story.picture else ""
    if name == "picture":
        return "Added" if story.picture else ""
    value = getattr(story, name)
    if isinstance(value, bool):
        return "Yes" if value else "No"
    shown = getattr(story, f"get_{name}_display", None)
    return str(shown() if shown else value or "")
