"""Keeping a draft: from its first page on, page by page, nothing lost and nothing twice."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.http import QueryDict
from django.utils import timezone

from amd.mail import words as mails
from amd.moderation import moves, tell
from amd.moderation.start import keep_draft, key_of
from amd.moderation.suspected import suspect
from amd.pictures import signed
from amd.pictures.focal import SIDES
from amd.records.errors import AlreadyDecided, MoveNotAllowed
from amd.records.models import Record, Role, Status
from amd.web.throttle import allow
from casestudies.models import CaseStudy

from .forms import PageForm, YouForm
from .pages import YOU, Page, pages_of

# To one address, whoever gives it: nobody's mailbox is filled through our form.
MAILS, MAIL_SECONDS = 10, 3600
# How long a draft is kept after the last change to it.
KEPT = timedelta(days=28)
WITH_ITS_AUTHOR = (Status.DRAFT, Status.SENT_BACK)
TRIES = 3
UNTIL = ("draft_ends_on", "draft_reminded_at")
# Of one page, as it was typed; more than this is no answer to anything asked.
MOST_CHARACTERS = 20_000
FORGOTTEN = "Not saved: your draft came to its end while you had this page open."
PICTURE_SIDES = tuple(f"picture_{side}" for side in SIDES)


def begin(form: YouForm, *, is_quick: bool) -> CaseStudy:
    """The draft of this first page; the one that is there where it was sent before.

    Somebody who goes back in the browser and corrects it has one draft, not two. What
    is not with its author any more stays as it is.
    """
    story = form.instance
    story.is_quick = is_quick
    keep_longer(story)
    who = {"author_email": form.cleaned_data["author_email"].lower()}
    story.form_key = key_of(form.cleaned_data["form_key"], who)

    def save_more() -> None:
        suspect(story, form.sign())
        mail_link(story)

    kept = keep_draft(story, by=Role.AUTHOR, save_more=save_more)
    is_again = kept is not story and kept.status in WITH_ITS_AUTHOR
    if is_again and not form.says(kept):
        corrected = YouForm(form.data, instance=kept, page=YOU)
        return save(corrected) if corrected.is_valid() else kept
    return kept


def mail_link(story: CaseStudy) -> None:
    """Not where this address was sent many of them: it may not be the writer's."""
    if allow("draft-kept", story.author_email.lower(), MAILS, MAIL_SECONDS):
        tell.author(story, mails.draft_kept, with_link=True)


def keep_longer(story: CaseStudy) -> None:
    """A draft from today on, with a reminder still to come; what was sent has no end."""
    is_draft = story.status == Status.DRAFT
    story.draft_ends_on = timezone.localdate() + KEPT if is_draft else None
    story.draft_reminded_at = None


class SavedElsewhere(Exception):
    """Another tab saved other answers to this page since it was shown."""


def save(form: PageForm) -> CaseStudy:
    """Save one page's answers; what other tabs do to other pages does not matter.

    Raises SavedElsewhere, and MoveNotAllowed where it is not with its author any more.
    """
    story, tries = form.instance, TRIES
    while True:
        # Before the question: what is saved after it makes another version.
        before = CaseStudy.objects.get(pk=story.pk)
        version = before.version
        if before.is_forgotten:
            raise MoveNotAllowed(f"{before} is forgotten", sentence=FORGOTTEN)
        if form.is_elsewhere(before):
            raise SavedElsewhere

        def save_and_mail(address: str = before.author_email) -> None:
            form.save_page()
            # The link goes to an address that was corrected, too.
            if story.status == Status.DRAFT and story.author_email != address:
                mail_link(story)

        story.version = version
        keep_longer(story)
        try:
            moves.edit(story, by=Role.AUTHOR, seen_version=version, save=save_and_mail)
        except AlreadyDecided:
            tries -= 1
            if not tries:
                raise
        else:
            return story


@transaction.atomic
def keep_typed(form: PageForm, data: QueryDict) -> None:
    """What is typed on a page and not saved, or cannot be; it stands there again."""
    # The parent's row first, as every move does: the other way round two would wait for
    # each other.
    Record.objects.select_for_update().get(pk=form.instance.pk)
    now = CaseStudy.objects.get(pk=form.instance.pk)
    if now.status not in WITH_ITS_AUTHOR or now.is_forgotten:
        return
    kept = {k: v for k, v in now.unsaved.items() if k != form.page.slug}
    typed = _typed(form, data)
    if typed and not form.says(now):
        kept[form.page.slug] = typed
    if kept == now.unsaved:
        return
    now.unsaved = kept
    keep_longer(now)
    if "picture" in form.fields:
        chosen = form["picture"].value() if form.page.slug in kept else None
        is_new = chosen is not None and chosen.pk != now.picture_id
        now.unsaved_picture = chosen if is_new else None
    now.save(update_fields=["unsaved", "unsaved_picture", *UNTIL])


@transaction.atomic
def make_full(story: CaseStudy) -> CaseStudy:
    """A quick story as a full one; what is typed and not saved stands on its pages."""
    Record.objects.select_for_update().get(pk=story.pk)
    now = CaseStudy.objects.get(pk=story.pk)
    if now.status not in WITH_ITS_AUTHOR or not now.is_quick:
        return now
    now.is_quick = False
    # What was declared of the earlier words is asked again of these.
    now.no_patient_identifiable = False
    typed = now.unsaved.pop("story", {})
    for page in pages_of(now):
        own = {name: typed[name] for name in page.fields if name in typed}
        if own:
            now.unsaved.setdefault(page.slug, own)
    now.save(update_fields=["is_quick", "no_patient_identifiable", "unsaved"])
    return now


def _typed(form: PageForm, data: QueryDict) -> dict[str, Any]:
    typed: dict[str, Any] = {}
    for name in (*form.page.fields, *PICTURE_SIDES):
        values = [_storable(value) for value in data.getlist(name)]
        if any(values):
            typed[name] = values
    picture = form["picture"].value() if "picture" in form.fields else None
    if picture:
        typed["picture_kept"] = [signed.sign(picture)]
    # With what stood there: another tab may save this page in the meantime.
    seen = [_storable(value) for value in data.getlist("seen")]
    return typed | {"seen": seen} if typed else {}


def _storable(typed: str) -> str:
    """Without what no database takes: the page refuses it, and nobody sees it."""
    whole = typed[:MOST_CHARACTERS].replace("\x00", "")
    return whole.encode("utf-8", "ignore").decode()


def typed_before(story: CaseStudy, page: Page) -> QueryDict | None:
    """What `keep_typed` kept of this page, as a browser would send it again."""
    kept = story.unsaved.get(page.slug)
    if not kept:
        return None
    data = QueryDict(mutable=True)
    for name, values in kept.items():
        data.setlist(name, values)
    return data
