"""The last page: every answer once more, what the author agrees to, and sending it."""

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
from amd.moderation.sending import held_back, may_send, uses_agreed
from amd.moderation.suspected import suspect
from amd.records.errors import ModerationError, NotReady
from amd.records.models import Role, Status
from amd.web.forms import NhsukForm, render_invalid
from amd.web.watched import UnseenBox
from casestudies import questions, rules
from casestudies.models import CaseStudy
from casestudies.signed import contributor_words

from .door import story_of
from .pages import Page, is_answered, pages_of
from .patients import pages_to_look_at
from .rows import rows_of
from .saving import WITH_ITS_AUTHOR
from .sent_back import asked_context
from .shown import answered_context
from .so_far import copy_so_far
from .views import SCOPE
from .vignette import still_of

CHECK = "casestudies/journey/check.html"
PATIENTS = "no_patient_identifiable"
CHANGED = (
    "Not sent: your case study was changed on another page while you read this one. "
    "Read your answers again, then send them"
)
LOOK = "Look at what may tell who a patient is on the page “{}”"
UNSAVED = "Save or clear what you typed on the page “{}”: it is not saved yet"


class CheckForm(ConsentFields, UnseenBox, NhsukForm):
    """What the contributor agrees to, for the exact words on this page."""

    person = Person.CONTRIBUTOR
    # The contributor's own name is asked as "Working with".
    offered: tuple[Use, ...] = (
        Use.WEBSITE,
        Use.PHOTO,
        Use.SOCIAL,
        Use.INTERNAL,
        Use.CONTACT,
    )

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    working_with_me = questions.AuthorFields.base_fields["working_with_me"]
    no_patient_identifiable = questions.AuthorFields.base_fields[PATIENTS]

    def __init__(self, *args: Any, story: CaseStudy, **kwargs: Any) -> None:
        # Nobody agrees to a picture that is not there.
        if not story.picture_id:
            self.offered = tuple(use for use in self.offered if use != Use.PHOTO)
        super().__init__(*args, **kwargs)
        self.story = story
        self.initial.setdefault("version", story.version)
        self.initial.setdefault("working_with_me", story.working_with_me)
        if story.status == Status.SENT_BACK:
            self.initial.setdefault("uses", uses_agreed(story, self))
        else:
            # It has a page of its own. Of words sent back it is asked again, here.
            del self.fields[PATIENTS]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if Use.WEBSITE not in data.get("uses", []):
            self.add_error("uses", rules.WITHOUT_WEBSITE)
        for page in _unsaved_pages(self.story):
            self.add_error(None, UNSAVED.format(page.title))
        for page in pages_to_look_at(self.story):
            self.add_error(None, LOOK.format(page.title))
        for _, sentence in rules.card_problems(copy_so_far(self.story)):
            self.add_error(None, sentence)
        return data

    @transaction.atomic
    def send(self) -> None:
        """Answer and move in one: raises NotReady, AlreadyDecided, MoveNotAllowed."""
        story, seen = self.story, self.cleaned_data["version"] or 0
        story.working_with_me = self.cleaned_data["working_with_me"]
        story.no_patient_identifiable |= self.cleaned_data.get(PATIENTS, False)
        story.draft_ends_on = None
        if story.status == Status.DRAFT:
            # A lead has read what was sent back.
            suspect(story, self.sign())
        # The move first: it locks the parent's row, as whatever keeps typed words does.
        moves.submit(story, by=Role.AUTHOR, seen_version=seen)
        story.save(update_fields=["working_with_me", PATIENTS, "draft_ends_on"])
        own_name = {Use.NAME, Use.TITLE} if story.working_with_me else set()
        record_answer(
            story,
            words=contributor_words(story),
            uses={*self.cleaned_data["uses"], *own_name},
            method=Method.WEB_FORM,
            by=Role.AUTHOR,
        )


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
    is_sent_back = story.status == Status.SENT_BACK
    pages = [
        page for page in pages_of(story) if not is_sent_back or page.slug != "patients"
    ]
    shown = [(page, list(rows_of(story, page, link))) for page in pages]
    return {
        "back": reverse("moderation:my", args=[link])
        if is_sent_back
        else reverse("casestudies:write", args=[link, pages[-1].slug]),
        "link": link,
        "story": story,
        "pages": shown,
        "still": still_of(story, link),
        "is_sent_back": False,
        # What was typed there could not be saved as it was; what was never answered.
        "unsaved": _unsaved_pages(story),
        "empty": [
            page
            for page in pages
            if not is_answered(story, page) and page.slug not in story.unsaved
        ],
        "to_look_at": pages_to_look_at(story),
        **answered_context(story, link),
        **(asked_context(story, link, shown) if is_sent_back else {}),
    }


def _unsaved_pages(story: CaseStudy) -> list[Page]:
    return [page for page in pages_of(story) if page.slug in story.unsaved]
