"""The three roles: groups and what each may do, named once; made by load_campaign."""

from django.contrib.auth.models import Group, Permission

REGIONAL_LEAD = "Regional lead"
NATIONAL_LEAD = "National lead"
COMMS = "Comms"

PUBLISHED = [
    "publishing.view_publication",
    "publishing.view_carduse",
    "publishing.add_carduse",
]
RECORDS = [
    *PUBLISHED,
    "records.decide_record",
    "records.view_record",
    "records.change_record",
    "endorsements.view_endorsement",
    "endorsements.add_endorsement",
    "endorsements.change_endorsement",
    "endorsements.view_champion",
    "endorsements.add_champion",
    "endorsements.change_champion",
    "casestudies.view_casestudy",
    "casestudies.add_casestudy",
    "casestudies.change_casestudy",
    "mail.view_outbox",
    "publishing.view_partnerlogo",
    "publishing.add_partnerlogo",
    "publishing.change_partnerlogo",
]
LISTS = [
    "campaign.see_all_regions",
    "campaign.invite_staff",
    "campaign.delete_reason",
] + [
    f"campaign.{action}_{model}"
    for model in (
        "region",
        "organisation",
        "libraryservice",
        "phase",
        "event",
        "outcome",
        "resource",
        "keymessage",
        "supporter",
        "term",
        "reason",
        "consentwording",
    )
    for action in ("view", "add", "change")
]
REVIEW_TIMES = [
    f"moderation.{action}_reviewtimes" for action in ("view", "add", "change")
]
HOLDS = [f"moderation.{action}_publishinghold" for action in ("view", "add", "change")]
SHOWN_FIRST = [
    f"publishing.{action}_{model}"
    for model in ("frontrow", "casestudyoftheweek")
    for action in ("view", "add", "change", "delete")
]
PERMISSIONS = {
    REGIONAL_LEAD: RECORDS,
    NATIONAL_LEAD: [*RECORDS, *LISTS, *SHOWN_FIRST, *REVIEW_TIMES, *HOLDS],
    COMMS: PUBLISHED,
}


def make_groups() -> None:
    """Make the groups, or bring their permissions back to what stands here.

    Raises KeyError for a name above that is no permission.
    """
    known = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.select_related("content_type")
    }
    for name, wanted in PERMISSIONS.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.set([known[label] for label in wanted])
