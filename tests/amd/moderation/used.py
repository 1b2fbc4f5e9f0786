"""Records whose cards were used, and what becomes of their uses."""

from amd.consent.models import Use
from amd.mail.models import Outbox
from amd.moderation import moves
from amd.moderation.changes_of_mind import change_uses
from amd.publishing.models import Takedown
from amd.records.models import Record, Role
from tests.factories import make_national_lead


def agree_to(record, *without):
    wanted = [use for use in Use.values if use not in without]
    change_uses(record, person="champion", uses=wanted, by=Role.QUOTED_PERSON)


def to_do():
    rows = Takedown.objects.open().order_by("use_id")
    return [(each.use.where, each.why) for each in rows]


def newest(record):
    return Record.objects.get(pk=record.pk).story


def take_down(record):
    record = newest(record)
    moves.take_down(
        record, by=make_national_lead(), seen_version=record.version, note="Old"
    )


def withdraw(record):
    record = newest(record)
    moves.withdraw(record, by=Role.AUTHOR, seen_version=record.version)


def mails_to(user):
    return list(
        Outbox.objects.filter(address=user.email).values_list("subject", "body")
    )
