"""A champion for each endorsement that names one and has none yet."""

from django.db import migrations

from endorsements.names import folded_names

AGREED = ("accepted", "published")
# What only a lead writes; a champion that has any of it stays when this is reversed.
WRITTEN_BY_LEADS = (
    "name_variants",
    "assistant_name",
    "assistant_email",
    "approached_by",
    "notes",
)


def make_champions(apps, schema_editor):
    Endorsement = apps.get_model("endorsements", "Endorsement")
    Champion = apps.get_model("endorsements", "Champion")
    for champion in Champion.objects.filter(folded="").exclude(name=""):
        champion.folded = folded_names(champion.name, champion.name_variants)
        champion.save(update_fields=["folded"])
    named = Endorsement.objects.filter(champion=None).exclude(name="")
    for endorsement in named.exclude(status="draft").select_related("organisation"):
        organisation = endorsement.organisation
        endorsement.champion = Champion.objects.create(
            name=endorsement.name,
            folded=folded_names(endorsement.name, ""),
            region=endorsement.region,
            sector_id=organisation.organisation_type_id if organisation else None,
            status="agreed" if endorsement.status in AGREED else "approached",
            email=endorsement.author_email,
            is_sample=endorsement.is_sample,
        )
        endorsement.save(update_fields=["champion"])


def remove_champions(apps, schema_editor):
    Endorsement = apps.get_model("endorsements", "Endorsement")
    Champion = apps.get_model("endorsements", "Champion")
    untouched = Champion.objects.filter(**dict.fromkeys(WRITTEN_BY_LEADS, ""))
    for champion in untouched.exclude(name=""):
        theirs = Endorsement.objects.filter(champion=champion)
        facts = [(each.name, each.author_email) for each in theirs]
        if facts == [(champion.name, champion.email)]:
            theirs.update(champion=None)
            champion.delete()


class Migration(migrations.Migration):
    dependencies = [
        ("endorsements", "0006_champion_folded"),
        ("records", "0001_initial"),
        ("campaign", "0001_initial"),
    ]

    operations = [
        migrations.RunPython(make_champions, remove_champions),
    ]
