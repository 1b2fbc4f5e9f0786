"""Every address of the site, and something to stand in each of them."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver, resolve
from django.utils import timezone

from amd.campaign.models import LibraryService
from amd.consent.models import SignOff, Use
from amd.mail.models import Outbox
from amd.moderation import claims, colleagues, sign_off
from amd.moderation.links import colleague_link, my_link, sign_off_link
from amd.moderation.models import PublishingHold, ReviewTimes
from amd.open_data.sitemaps import IN_A_FILE
from amd.pictures import signed
from amd.publishing.addresses import publication_card_url
from amd.publishing.downloads import count
from amd.publishing.models import (
    CaseStudyOfTheWeek,
    FrontRow,
    Pack,
    Publication,
    Takedown,
)
from amd.records.models import Record, Role, Status
from endorsements.champions import Champion
from endorsements.confirming import confirmation_link, waiting_link
from tests.factories import (
    make_case_study,
    make_consent,
    make_endorsement,
    make_logo,
    make_organisation,
    make_picture,
    make_use,
    make_user,
    publish_endorsement,
)


def addresses(
    patterns: Any = None, names: tuple[str, ...] = ()
) -> Iterator[tuple[str, URLPattern]]:
    """(namespaced name, pattern) of everything the resolver knows."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            space = (pattern.namespace,) if pattern.namespace else ()
            yield from addresses(pattern.url_patterns, names + space)
        else:
            yield ":".join((*names, pattern.name or str(pattern.pattern))), pattern


def make_world(region: Any, packs_for: Any = None) -> dict[str, dict[str, Any]]:
    """One of everything that an address can name, all of it of this region.

    Needs the campaign loaded. The keys are what the rows of the matrix ask for; a pack
    is seen only by whom it is for.
    """
    waiting = make_endorsement(region=region, photo=make_picture())
    sent_back = make_endorsement(region=region, status=Status.SENT_BACK)
    study = make_case_study(region=region)
    study_back = make_case_study(region=region)
    Record.objects.filter(pk=study_back.pk).update(status=Status.SENT_BACK)
    patient = make_case_study(region=region, challenge="Mrs Specimen woke.")
    Record.objects.filter(pk=patient.pk).update(status=Status.SENT_BACK)
    publish_endorsement(region=region)
    live = Publication.objects.live().get()
    quoting = make_case_study(
        region=region,
        quote="It changed what we do.",
        attribution="named",
        quoted_name="Sam Sample",
        quoted_title="Matron",
    )
    vouched = make_consent(waiting, evidence=make_picture())
    unconfirmed = make_endorsement(
        region=region, status=Status.DRAFT, author_email="ada@example.org"
    )
    make_consent(unconfirmed, digest=unconfirmed.words()[0].digest(), method="web_form")
    champion = Champion.objects.create(name="Dr Ada Sample", region=region)
    asked = make_question(make_endorsement(region=region))
    answered = make_question(make_endorsement(region=region))
    sign_off.approve(answered, uses=Use.values)
    colleague = make_user(regions=[region])
    claimed = make_endorsement(region=region)
    claims.claim(claimed, by=colleague)
    wondered = colleagues.ask(
        waiting, email="col@example.org", question="Is this right?", by=colleague
    )
    hold = PublishingHold.objects.create(reason="The pre-election period")
    mail = Outbox.objects.create(region=region, address="sam@example.nhs.uk")
    card = resolve(publication_card_url(live, "landscape", "png")).kwargs
    LibraryService.objects.create(
        name="Sampleshire Library", organisation=make_organisation(region=region)
    )
    takedown = Takedown.objects.create(use=make_use(live.record), why="narrowed")
    pack = Pack.objects.create(asked_by=packs_for, formats=["square"])
    pack.records.create(record=live.record, place=1)
    count(live, "square", "png")
    week = CaseStudyOfTheWeek.objects.create(
        monday=timezone.localdate(), record=live.record
    )
    return {
        "": {},
        "wording": {"person": "champion", "version": 1},
        "record": {"pk": waiting.pk},
        "record_card": {"pk": waiting.pk, "format_name": "landscape"},
        "published": {"pk": live.record_id},
        "quoting": {"pk": quoting.pk},
        "paper": {"pk": waiting.pk, "answer_pk": vouched.pk},
        "any_record": {"object_id": waiting.pk},
        "study": {"object_id": study.pk},
        "my": {"link": my_link(waiting)},
        "my_quoting": {"link": my_link(quoting)},
        "asked": {"link": sign_off_link(asked)},
        "asked_card": {"link": sign_off_link(asked), "format_name": "landscape"},
        "answered": {"link": sign_off_link(answered)},
        "champion": {"object_id": champion.pk},
        "theirs": {"pk": champion.pk, "endorsement_pk": waiting.pk},
        "times": {"object_id": ReviewTimes.objects.create().pk},
        "claimed": {"pk": claimed.pk},
        "colleague": {"link": colleague_link(wondered)},
        "hold": {"pk": hold.pk},
        "put_on_hold": {"object_id": hold.pk},
        "unconfirmed": {"link": confirmation_link(unconfirmed)},
        "check_email": {"link": waiting_link(unconfirmed)},
        "my_endorsement": {"link": my_link(sent_back)},
        "my_study": {"link": my_link(study_back)},
        "my_page": {"link": my_link(study_back), "slug": "headline"},
        "my_patients": {"link": my_link(patient), "slug": "challenge"},
        "example": {"name": "dressings"},
        "live": {"reference": live.address_reference},
        "pack": {"pk": pack.pk},
        "takedown": {"pk": takedown.pk},
        "sitemap": {"number": live.pk // IN_A_FILE},
        "study_reference": {"reference": study.address_reference},
        "card": card,
        "live_card": {name: card[name] for name in ("reference", "format_name", "ext")},
        "mail": {"object_id": mail.pk},
        "logo": {"object_id": make_logo(region=region).pk},
        "front": {"object_id": FrontRow.objects.create(record=live.record).pk},
        "week": {"object_id": week.pk},
        "kept_mail": {"pk": mail.pk},
        "picture": {"value": signed.sign(waiting.photo)},
        "resource": {"slug": "making-good-cards"},
        # A picture, which a browser shows; the other files it keeps.
        "resource_file": {
            "slug": "blank-vignette",
            "file_name": "a-million-decisions-blank-vignette-light.webp",
        },
        "wordmark": {"colour": "blue", "kind": "svg"},
        "person": {"pk": make_user(regions=[region]).pk},
        "token": {"uidb64": "MQ", "token": "set-password"},
    }


def make_question(record: Record) -> SignOff:
    """The champion is asked about the words as they stand."""
    return sign_off.ask(
        record,
        person="champion",
        email="sam@example.nhs.uk",
        by=Role.LEAD,
        seen_version=record.version,
    )


def first_of(model_name: str) -> dict[str, Any]:
    """The first row of one of the campaign's lists, as its admin pages name it."""
    model = apps.get_model("campaign", model_name)
    return {"object_id": model._default_manager.values_list("pk", flat=True)[0]}
