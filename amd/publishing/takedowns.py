"""Uses come down with what allowed them: asked for, taken on, and said to be done."""

from datetime import date

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from amd.campaign.models import User
from amd.consent.models import Use
from amd.records.errors import ModerationError
from amd.records.models import Record

from .models import Publication
from .uses import SHOWN, CardUse, Takedown

Why, Outcome = Takedown.Why, Takedown.Outcome
WITHDRAWN_MEANWHILE = (
    "Not changed: nothing of it is agreed any more, so the newer card has to come down "
    "too."
)


class NotChanged(ModerationError):
    """Somebody was first, or it was withdrawn meanwhile."""


def ask_for_takedowns(record: Record, why: Takedown.Why) -> list[Takedown]:
    """Ask for each use that what is live does not cover any more; those asked for now.

    What is covered again need not come down. Of words that were withdrawn, a place
    where they were taken down already is forgotten. Call inside the transaction of what
    changed; may be called again.
    """
    live = Publication.objects.live().filter(record_id=record.pk).first()
    uses = CardUse.objects.filter(record_id=record.pk).for_lists()
    asked = [_follow_use(use, live, why) for use in uses]
    return [each for each in asked if each]


def _follow_use(
    use: CardUse, live: Publication | None, why: Takedown.Why
) -> Takedown | None:
    takedown = use.takedown_or_none
    if takedown and takedown.why == Why.WITHDRAWN:
        # For good, also where the rest of a case study is published again.
        return None
    if use.is_covered_by(live):
        if takedown and not takedown.done_at:
            takedown.delete()
        return None
    if takedown is None:
        return Takedown.objects.create(use=use, why=why, owner=_owner_of(use))
    if why == Why.WITHDRAWN or not takedown.done_at:
        # Waits for whoever says at this moment what became of it.
        Takedown.objects.filter(pk=takedown.pk).update(why=why)
        takedown.refresh_from_db()
    if takedown.outcome == Outcome.REPLACED:
        return _ask_again(takedown, why)
    if takedown.why == Why.WITHDRAWN and takedown.done_at:
        use.forget()
    return None


def _owner_of(use: CardUse) -> User | None:
    noted_by = use.noted_by
    return noted_by if noted_by and noted_by.is_active and noted_by.is_staff else None


def _ask_again(takedown: Takedown, why: Takedown.Why) -> Takedown:
    """The newer card that took the place of the first has to come down as well."""
    takedown.why = why
    takedown.asked_at = timezone.now()
    takedown.reminded_at = takedown.done_at = takedown.done_by = None
    takedown.outcome = ""
    takedown.save()
    return takedown


@transaction.atomic
def note(record: Record, user: User, *, used_on: date, **where: str) -> CardUse:
    """Keep where it was used; the second of two clicks finds the first one's.

    What is not agreed to, or not any more, has to come down from the first day.
    """
    found = CardUse.objects.filter(
        record_id=record.pk, noted_by=user, used_on=used_on, **where
    ).first()
    if found:
        return found
    use = CardUse.objects.create(
        record_id=record.pk,
        noted_by=user,
        used_on=used_on,
        showed=showed_on(record, used_on),
        **where,
    )
    ask_for_takedowns(record, why_not_live(record))
    return use


def showed_on(record: Record, day: date) -> list[str]:
    """What of its person any card of that day may have shown. One query."""
    copies = Publication.objects.filter(record_id=record.pk)
    then = copies.filter(
        Q(retired_at=None) | Q(retired_at__date__gte=day), published_at__date__lte=day
    )
    shown = {use for copy in then or copies.live() for use in shown_by(copy)}
    return sorted(shown)


def shown_by(copy: Publication) -> list[str]:
    """What of its person a card of this copy shows.

    A copy that was emptied does not tell: it may have had a photo.
    """
    has_photo = bool(copy.photo_id) or not copy.card
    return [
        use.value
        for use in SHOWN
        if copy.allows(use) and (has_photo or use != Use.PHOTO)
    ]


def why_not_live(record: Record) -> Takedown.Why:
    """Why a use that is noted today would have to come down. One query."""
    newest = Publication.objects.filter(record_id=record.pk).order_by("-pk").first()
    if newest is None or newest.is_live:
        return Why.NARROWED
    if newest.retired_why == "withdrawn" or not newest.card:
        return Why.WITHDRAWN
    return Why.ENDED if newest.ends_on < timezone.localdate() else Why.TAKEN_DOWN


def take_on(takedown: Takedown, user: User) -> None:
    """See to what nobody sees to. Raises NotChanged where somebody does already."""
    now = Takedown.objects.for_lists().filter(pk=takedown.pk).first()
    # By its own columns: a row of the other table is not asked again under the lock.
    free = Takedown.objects.open().filter(
        pk=takedown.pk, owner=now.owner_id if now else None
    )
    if now is None or now.seen_to_by or not free.update(owner=user):
        raise NotChanged(f"{takedown} was changed", sentence=_who_was_first(takedown))


@transaction.atomic
def finish(takedown: Takedown, user: User, outcome: Takedown.Outcome) -> None:
    """Say what became of it; of withdrawn words, forget where it was.

    Raises NotChanged where somebody has said so already.
    """
    rows = Takedown.objects.open().filter(pk=takedown.pk)
    if not rows.update(done_at=timezone.now(), done_by=user, outcome=outcome):
        raise NotChanged(f"{takedown} was changed", sentence=_who_was_first(takedown))
    takedown.refresh_from_db()
    if outcome not in takedown.outcomes:
        raise NotChanged(f"{takedown} was withdrawn", sentence=WITHDRAWN_MEANWHILE)
    use = takedown.use
    if takedown.why == Why.WITHDRAWN:
        use.forget()
    elif outcome == Outcome.REPLACED:
        _is_replaced_now(use)


def _is_replaced_now(use: CardUse) -> None:
    live = Publication.objects.live().filter(record_id=use.record_id).first()
    use.showed = shown_by(live) if live else []
    use.save(update_fields=["showed"])


def _who_was_first(takedown: Takedown) -> str:
    now = Takedown.objects.for_lists().filter(pk=takedown.pk).first()
    if now is None:
        return "Not changed: it need not come down any more."
    if now.done_at:
        day = timezone.localdate(now.done_at)
        who = now.done_by or "Somebody whose account is gone"
        return f"Not changed: {who} said so on {day:%-d %B %Y}."
    return f"Not changed: {now.seen_to_by} sees to it already."


def missed() -> QuerySet[CardUse]:
    """Uses of what is not public that nobody was asked to take down."""
    live = Publication.objects.live().values("record")
    return CardUse.objects.filter(takedown=None).exclude(record__in=live)
