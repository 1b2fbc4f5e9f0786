"""Keeping a draft: from its first page on, page by page, nothing lost and nothing twice."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.http import QueryDict
from django.utils import timezone

from amd.mail import words as mails
from amd.moderation import moves, tell
from amd.moderation.start import keep_draft, key_of
from amd.pictures import signed
from amd.pictures.focal import SIDES
from amd.records.errors import AlreadyDecided
from amd.records.models import Role, Status
from casestudies.models import CaseStudy

from .forms import PageForm, YouForm
from .pages import Page

# How long a draft is kept after the last change to it.
KEPT = timedelta(days=28)
WITH_ITS_AUTHOR = (Status.DRAFT, Status.SENT_BACK)
TRIES = 3
# Of one page, as it was typed; more than this is no answer to anything asked.
MOST_CHARACTERS = 20_000
PICTURE_SIDES = tuple(f"picture_{side}" for side in SIDES)


def begin(form: YouForm, *, is_quick: bool) -> CaseStudy:
    """The draft of this first page; the one that is there where it was sent before."""
    story = form.instance
    story.is_quick = is_quick
    story.draft_ends_on = timezone.localdate() + KEPT
    story.form_key = key_of(form.cleaned_data["form_key"], form.cleaned_data)

    def and_mail() -> None:
        tell.author(story, mails.draft_kept, with_link=True)

    return keep_draft(story, by=Role.AUTHOR, save_more=and_mail)


class SavedElsewhere(Exception):
    """Another tab saved other answers to this page since it was shown."""


def save(form: PageForm) -> CaseStudy:
    """Save one page's answers; what other tabs do to other pages does not matter.

    Raises SavedElsewhere, and MoveNotAllowed where it is not with its author any more.
    """
    tries = TRIES
    while True:
        story = form.instance
        # Before the question: what is saved after it makes another version.
        version = CaseStudy.objects.values_list("version", flat=True).get(pk=story.pk)
        if form.is_elsewhere():
            raise SavedElsewhere
        story.version = version
        story.draft_ends_on = timezone.localdate() + KEPT
        try:
            moves.edit(story, by=Role.AUTHOR, seen_version=version, save=form.save_page)
        except AlreadyDecided:
            tries -= 1
            if not tries:
                raise
        else:
            return story


@transaction.atomic
def keep_typed(form: PageForm, data: QueryDict) -> None:
    """What was typed on a page that cannot be saved as it is; it stands there again."""
    typed: dict[str, Any] = {}
    for name in (*form.page.fields, *PICTURE_SIDES):
        values = [value[:MOST_CHARACTERS] for value in data.getlist(name)]
        if any(values):
            typed[name] = values
    picture = form["picture"].value() if "picture" in form.fields else None
    if picture:
        typed["picture_kept"] = [signed.sign(picture)]
    if not typed:
        return
    # With what stood there: another tab may save this page in the meantime.
    typed["seen"] = data.getlist("seen")
    now = CaseStudy.objects.select_for_update().get(pk=form.instance.pk)
    if now.status not in WITH_ITS_AUTHOR:
        return
    now.unsaved = {**now.unsaved, form.page.slug: typed}
    now.draft_ends_on = timezone.localdate() + KEPT
    now.save(update_fields=["unsaved", "draft_ends_on"])


def typed_before(story: CaseStudy, page: Page) -> QueryDict | None:
    """What `keep_typed` kept of this page, as a browser would send it again."""
    kept = story.unsaved.get(page.slug)
    if not kept:
        return None
    data = QueryDict(mutable=True)
    for name, values in kept.items():
        data.setlist(name, values)
    return data
