"""Sample champions: one for each endorsement, and two who have said nothing yet."""

from amd.campaign.models import Region, Term
from endorsements.champions import Champion
from endorsements.models import Endorsement

from .steps import Row

CONTACT = ("name_variants", "email", "assistant_name", "assistant_email")
NOTED = ("approached_by", "notes")


def give_champion(endorsement: Endorsement, row: Row) -> None:
    """Made as from a lead's form, with how far their name carries."""
    if not endorsement.champion:
        endorsement.champion = Champion.of(endorsement)
        endorsement.save(update_fields=["champion"])
    level = row.get("level", Champion.Level.LOCAL)
    Champion.objects.filter(pk=endorsement.champion.pk).update(level=level)
    endorsement.champion.level = level


def make_prospect(row: Row) -> bool:
    """One whom leads have in mind; False where they are there."""
    samples = Champion.objects.filter(is_sample=True)
    if samples.filter(name=row["name"]).exists():
        return False
    types = Term.objects.of(Term.Scheme.ORGANISATION_TYPE)
    Champion.objects.create(
        name=row["name"],
        level=row["level"],
        status=row["status"],
        region=Region.objects.get(slug=row["region"]),
        sector=types.get(code=row["sector"]),
        is_sample=True,
        **{name: row[name] for name in (*CONTACT, *NOTED)},
    )
    return True


def remove_champions() -> int:
    """Delete those that no real endorsement names; how many."""
    samples = Champion.objects.filter(is_sample=True, endorsements=None)
    count = samples.count()
    samples.delete()
    return count
