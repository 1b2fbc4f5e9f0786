"""Whose endorsement a lead records: a champion she knows, or a new one."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms

from amd.campaign.models import User

from .champions import Champion, ChampionQuerySet
from .models import Endorsement

NEW = "new"
MAYBE_THE_SAME = (
    "Say whether this is the same person: there is a champion of this name already"
)


class ChampionField(forms.ModelChoiceField):
    def label_from_instance(self, champion: Any) -> str:
        region = champion.region or "no region"
        return (
            f"{champion.shown_name} ({region}, {champion.get_status_display().lower()})"
        )


class ChampionFields(forms.Form):
    """Stands before a RecordAdminForm, and before WordsFields, whose answers it reads."""

    # Given by the form that it is mixed into.
    user: User
    instance: Endorsement
    offered: ChampionQuerySet
    clicked_before: Champion | None = None

    champion = ChampionField(
        Champion.objects.none(),
        required=False,
        empty_label="A new champion, from the name below",
        help_text=(
            "Choose them if they endorsed before, or were asked to. Their name, job "
            "title and organisation stand below as they are shown with these words"
        ),
    )
    same_person = forms.CharField(
        label="Is it the same person?", required=False, widget=forms.HiddenInput
    )

    def offer_champions(self) -> None:
        """Those of her regions, and the one that the endorsement has."""
        offered = Champion.objects.visible_to(self.user).known()
        if self.instance.champion_id:
            current = Champion.objects.filter(pk=self.instance.champion_id)
            offered = Champion.objects.filter(pk__in=offered.values("pk")) | current
        self.offered = offered.select_related("region")
        cast("ChampionField", self.fields["champion"]).queryset = self.offered

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        unclear = {"name", "region", "organisation_name", "champion"} & set(self.errors)
        if not data.get("champion") and data.get("name") and not unclear:
            self._settle_who(data)
        return data

    def save_champion(self) -> None:
        """Link them, made from the endorsement where they are new."""
        endorsement = self.instance
        if not endorsement.champion:
            endorsement.champion = self.clicked_before or Champion.of(endorsement)
            endorsement.save(update_fields=["champion"])
        endorsement.champion.note_endorsement(endorsement)

    def _of_the_first_click(
        self, known: Iterable[Champion], data: dict[str, Any]
    ) -> Champion | None:
        """Whoever this lead recorded these very words of: she has just sent them."""
        words = {"quote": data.get("quote", ""), "recorded_by": self.user}
        sent = (each for each in known if each.endorsements.filter(**words).exists())
        return next(sent, None)

    def _settle_who(self, data: dict[str, Any]) -> None:
        """Two people may have one name: the lead says it, once for each endorsement."""
        there = self.offered.filter(region=data.get("region"))
        known = {str(each.pk): each for each in there.called(data["name"])}
        answer = data.get("same_person")
        if not known or answer == NEW:
            return
        self.clicked_before = self._of_the_first_click(known.values(), data)
        if self.clicked_before:
            return
        if answer in known:
            data["champion"] = self.instance.champion = known[answer]
            return
        choices = [(pk, f"Yes: {each.described()}") for pk, each in known.items()]
        choices.append((NEW, "No: somebody else with the same name"))
        self.fields["same_person"].widget = forms.RadioSelect(choices=choices)
        self.add_error("same_person", MAYBE_THE_SAME)


def started_from(champion: Champion) -> dict[str, Any]:
    """What the form for their next endorsement begins with: as they were last shown."""
    last = champion.newest_endorsement()
    return {
        "champion": champion.pk,
        "name": last.name if last else champion.name,
        "title": last.title if last else "",
        "organisation_name": last.organisation_name if last else "",
        "region": champion.region_id,
        "author_email": champion.email or (last.author_email if last else ""),
    }
