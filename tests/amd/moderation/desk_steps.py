"""What the tests of the review desk do: open its pages, post its forms, read the answer."""

from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from amd.moderation import moves
from amd.moderation.start import save_words
from amd.records.models import Record


def page(record, name="review", **more):
    args = [record.pk, *more.values()]
    return reverse(f"admin:records_record_{name}", args=args)


def decide(person, record, decision, **data):
    sent = {"version": record.version, "note": "", "decision": decision, **data}
    return person.client.post(page(record), sent, follow=True)


def answer(person, record, move, step="show", **data):
    """What the page posts on which the author is written to."""
    sent = {"version": record.version, "step": step, **data}
    return person.client.post(page(record, move), sent, follow=True)


def send(person, record, move, **data):
    """Write, see the mail, send it."""
    shown = answer(person, record, move, **data).context["form"]["shown"].value()
    return answer(person, record, move, "send", shown=shown or "", **data)


def stored(record):
    return Record.objects.get(pk=record.pk)


def problems(response, form="decision_form"):
    """What is said of a form that was refused."""
    errors = response.context[form].errors.values()
    return [sentence for each in errors for sentence in each]


def sentences(response):
    return [str(message) for message in response.context["messages"]]


def said(response):
    """The same, without the links in them."""
    return [strip_tags(sentence) for sentence in sentences(response)]


def answer_of(record, person, *uses, **more):
    """What a lead posts who vouches for somebody."""
    return {
        "version": record.version,
        "person": person,
        "checked": "on",
        "uses": uses,
        "method": "spoken",
        "told_on": timezone.localdate().isoformat(),
        "how": "Note in the shared mailbox",
        **more,
    }


def form_of(response, who="Champion"):
    """Of one person on the page: what the template shows of them."""
    (person,) = [p for p in response.context["people"] if p["who"] == who]
    return person


def edit(record, lead, **words):
    """A lead saves other words."""
    now = stored(record).story
    for name, text in words.items():
        setattr(now, name, text)
    moves.edit(
        now,
        by=lead,
        seen_version=now.version,
        save=lambda: save_words(now),
    )
