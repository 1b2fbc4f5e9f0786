"""One plain make_… for each model, nothing surprising; each part adds its own below."""

from io import BytesIO
from itertools import count
from typing import Any

from django.contrib.auth.models import Group
from django.utils import timezone
from PIL import Image

from amd.campaign import roles
from amd.campaign.models import ConsentWording, Organisation, Region, Term, User
from amd.consent.models import ConsentRecord, Method, Use
from amd.moderation import moves
from amd.moderation.checks.passing import pass_warnings
from amd.moderation.checks.run import found_about
from amd.moderation.models import CriterionMark
from amd.pictures.models import Picture
from amd.publishing.copy import PublicCopy
from amd.publishing.freeze import build
from amd.publishing.live import put_live
from amd.publishing.models import CardUse, PartnerLogo, Publication
from amd.records.models import Kind, Record, Role, Status
from casestudies.models import CaseStudy
from endorsements.models import Endorsement

numbers = count(1)


def make_region(**overrides: Any) -> Region:
    number = next(numbers)
    return Region.objects.create(
        **{
            "name": f"Region {number}",
            "slug": f"region-{number}",
            "mailbox": f"region{number}@amilliondecisions.example",
            **overrides,
        }
    )


def make_organisation(**overrides: Any) -> Organisation:
    number = next(numbers)
    if "region" not in overrides:
        overrides["region"] = make_region()
    return Organisation.objects.create(
        **{"name": f"Sampleshire NHS Trust {number}", **overrides}
    )


def make_user(*, role: str = "", regions: Any = (), **overrides: Any) -> User:
    """A member of staff; with a role, in its group with the group's permissions."""
    number = next(numbers)
    user = User.objects.create_user(
        **{
            "email": f"person{number}@amilliondecisions.example",
            "name": f"Sample Person {number}",
            "password": "correct-horse-battery",
            "is_staff": True,
            **overrides,
        }
    )
    user.regions.set(regions)
    if role:
        if not Group.objects.exists():
            roles.make_groups()
        user.groups.add(Group.objects.get(name=role))
    return user


def make_lead(*regions: Region, **overrides: Any) -> User:
    return make_user(role=roles.REGIONAL_LEAD, regions=regions, **overrides)


def make_national_lead(**overrides: Any) -> User:
    return make_user(role=roles.NATIONAL_LEAD, **overrides)


def make_comms(**overrides: Any) -> User:
    return make_user(role=roles.COMMS, **overrides)


def make_wordings() -> dict[str, ConsentWording]:
    """The wording in force for each kind of person."""
    return {
        person: ConsentWording.objects.get_or_create(
            person=person,
            version=1,
            defaults={
                "introduction": "What you agree to is yours to decide.",
                "uses": {use.value: f"I agree to {use.label.lower()}" for use in Use},
                "terms": "You can change your mind.",
            },
        )[0]
        for person in ConsentWording.Person.values
    }


def make_record(**overrides: Any) -> Record:
    """The row that both kinds share, without a child: for what is published of it."""
    return Record.objects.create(
        **{
            "kind": Kind.ENDORSEMENT,
            "status": Status.PUBLISHED,
            "organisation_name": "Sampleshire NHS Trust",
            **overrides,
        }
    )


def make_consent(record: Record, **overrides: Any) -> ConsentRecord:
    """Every use agreed."""
    person = "champion" if record.kind == Kind.ENDORSEMENT else "contributor"
    return ConsentRecord.objects.create(
        **{
            "record": record,
            "person": person,
            "digest": "0" * 64,
            "uses": Use.values,
            "wording": make_wordings()[person],
            "method": Method.EMAIL,
            **overrides,
        }
    )


def make_endorsement_copy(**overrides: Any) -> PublicCopy:
    name = overrides.pop("name", "Dr Sample Person")
    quote = overrides.pop("quote", "Our librarians are the colleagues I ask first.")
    return PublicCopy(
        **{
            "title": name,
            "byline": "Medical Director, Sampleshire NHS Trust",
            "sections": (("Endorsement", quote),),
            "design": "social_card",
            "card": {
                "quote": quote,
                "name": name,
                "title": "Medical Director",
                "organisation": "Sampleshire NHS Trust",
            },
            **overrides,
        }
    )


def make_case_study_copy(**overrides: Any) -> PublicCopy:
    headline = overrides.pop(
        "headline", "A search in an afternoon saves 120 hours a year"
    )
    return PublicCopy(
        **{
            "title": headline,
            "byline": "Sampleshire Library, Sampleshire NHS Trust",
            "sections": (
                ("In brief", "The ward asked and the library found."),
                ("The challenge", "Nobody knew which pump was safer."),
                ("In their words", "“It changed what we do.”\nMx Sample User, Matron"),
                ("Working with", "Sam Sample, Clinical Librarian"),
            ),
            "design": "vignette",
            "card": {
                "kicker": "Impact case study",
                "headline": headline,
                "figure": "120 hours",
                "figure_basis": "saved a year, measured",
                "body": "The ward asked and the library found.",
                "quote": "It changed what we do.",
                "name": "Mx Sample User",
                "title": "Matron",
                "working_with": "Sam Sample, Clinical Librarian",
                "service": "Sampleshire Library",
            },
            "facets": {"impact_category": [("safety", "Reduced risk")]},
            "figures": (("120 hours", "saved a year, measured"),),
            **overrides,
        }
    )


def make_publication(
    *, record: Record | None = None, copy: PublicCopy | None = None, **overrides: Any
) -> Publication:
    """Live, with every use agreed; `uses` and other columns may be overridden."""
    record = record or make_record()
    is_endorsement = record.kind == Kind.ENDORSEMENT
    copy = copy or (
        make_endorsement_copy() if is_endorsement else make_case_study_copy()
    )
    uses = overrides.pop("uses", Use.values)
    consent = overrides.pop("consent", None) or make_consent(record, uses=uses)
    publication = build(record, copy, consent=consent, uses=uses, by=None)
    for name, value in overrides.items():
        setattr(publication, name, value)
    put_live(publication)
    return publication


def make_use(record: Record, **overrides: Any) -> CardUse:
    """Noted by nobody, as a row that came from elsewhere."""
    return CardUse.objects.create(
        **{"record_id": record.pk, "where": "linkedin", "account": "@sample"}
        | overrides
    )


def agree(record: Any, *, by: User | None = None, uses: Any = Use.values) -> None:
    """Every person in it has agreed to its words as they stand."""
    make_wordings()
    for words in record.words():
        spoken_for = words.person != ConsentWording.Person.CONTRIBUTOR
        ConsentRecord.objects.create(
            record_id=record.pk,
            person=words.person,
            digest=words.digest(),
            uses=list(uses),
            wording=ConsentWording.objects.current(words.person),
            method=Method.EMAIL if spoken_for else Method.WEB_FORM,
            vouched_by=(by or make_user()) if spoken_for else None,
        )


def judge(record: Any) -> None:
    """Whatever the checks warn of in it now is passed with a reason."""
    found = found_about(record, by=Role.SET_UP)
    pass_warnings(record, found, by=Role.SET_UP, reason="As a sample has it")


def make_endorsement(*, agreed: bool = False, **overrides: Any) -> Endorsement:
    """Submitted and complete; nobody has agreed to anything unless told so."""
    number = next(numbers)
    endorsement = Endorsement.objects.create(
        **{
            "status": Status.SUBMITTED,
            "submitted_at": timezone.now(),
            "region": overrides.pop("region", None) or make_region(),
            "quote": "When a decision has to be right, I ask our librarians first.",
            "name": f"Dr Sample Person {number}",
            "title": "Medical Director",
            "organisation_name": "Sampleshire NHS Trust",
            **overrides,
        }
    )
    if agreed:
        agree(endorsement)
    return endorsement


def publish_endorsement(**overrides: Any) -> Endorsement:
    """An endorsement with a live copy, by the same move that a lead makes."""
    endorsement = make_endorsement(agreed=True, **overrides)
    moves.publish(
        endorsement, by=make_national_lead(), seen_version=endorsement.version
    )
    return endorsement


def make_case_study(
    *,
    agreed: bool = False,
    met: Any = (1, 2, 3),
    by: User | None = None,
    **overrides: Any,
) -> CaseStudy:
    """Submitted and complete, its core criteria met; recorded by a lead where told."""
    story = CaseStudy.objects.create(
        **{
            "status": Status.DRAFT,
            "region": overrides.pop("region", None) or make_region(),
            "organisation_name": "Sampleshire NHS Trust",
            "headline": "A search in an afternoon saves 120 hours a year",
            "service_name": "Sampleshire Knowledge and Library Service",
            "challenge": "The ward could not tell which pump was safest.",
            "library_role": "The clinical librarian searched and summed up.",
            "outcome": "The group chose the pump with the fewest errors.",
            "impact": "Nurses spend less time on alarms, as they counted.",
            "brief": "The ward asked, the library searched, and the group chose.",
            "author_name": "Ali Sample",
            "author_email": "ali@example.nhs.uk",
            "no_patient_identifiable": True,
            **overrides,
        }
    )
    story.impact_categories.add(
        Term.objects.get_or_create(
            scheme=Term.Scheme.IMPACT_CATEGORY, code="safety", label="Safety"
        )[0]
    )
    moves.submit(story, by=by or Role.SET_UP, seen_version=story.version)
    mark_as_met(story, met)
    if agreed:
        agree(story)
    return story


def mark_as_met(record: Record, criteria: Any = (1, 2, 3)) -> None:
    for criterion in criteria:
        CriterionMark.objects.create(record=record, criterion=criterion, mark="met")


def publish_case_study(**overrides: Any) -> CaseStudy:
    story = make_case_study(agreed=True, **overrides)
    moves.publish(story, by=make_national_lead(), seen_version=story.version)
    return story


def make_picture(**overrides: Any) -> Picture:
    """A claimed picture of 700 × 800 pixels, the same file in every size."""
    photo = Image.new("RGB", (700, 800), "#7a5c48")
    file = BytesIO()
    photo.save(file, "JPEG")
    picture = Picture(
        **{
            "digest": f"{next(numbers):064d}",
            "width_px": 700,
            "height_px": 800,
            "alt_text": "A person at a desk",
            "credit": "Sam Sample",
            "claimed_at": timezone.now(),
            **overrides,
        }
    )
    picture.store(*[file.getvalue()] * 3)
    picture.save()
    return picture


def make_logo(colour: str = "#7a1f5c", **overrides: Any) -> PartnerLogo:
    """National and current: a block of one colour on white, twice as wide as high."""
    image = Image.new("RGB", (400, 200), "white")
    image.paste(colour, (40, 40, 360, 160))
    file = BytesIO()
    image.save(file, "JPEG")
    picture = make_picture(alt_text="A partner")
    picture.store(*[file.getvalue()] * 3)
    picture.save()
    return PartnerLogo.objects.create(
        **{
            "name": f"Sample Partner {next(numbers)}",
            "picture": picture,
            "permission": "Sam Sample of the partner, by email, 3 June 2026",
            **overrides,
        }
    )
