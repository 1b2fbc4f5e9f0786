"""The choice of partner logos in the forms on which leads record either kind."""

from typing import Any, cast

from django import forms

from amd.campaign.models import User
from amd.publishing.logos import SLOTS, PartnerLogo

TWICE = "Select each logo once: {logo} is chosen above"
LABELS = ("First partner logo", "Second partner logo", "Third partner logo")
# The fieldset of either admin page.
LOGOS: tuple[str, Any] = (
    "Partner logos",
    {
        "fields": SLOTS,
        "description": (
            "Up to three, in one line at the foot of the card. Add a logo under "
            "“Partner logos” first, with who allowed us to use it."
        ),
    },
)


class LogoChoice(forms.ModelChoiceField):
    def label_from_instance(self, logo: Any) -> str:
        if logo.is_current:
            return str(logo)
        return f"{logo} (its permission has ended: the next card leaves it out)"


def _choice(label: str) -> LogoChoice:
    return LogoChoice(
        PartnerLogo.objects.none(), label=label, required=False, empty_label="No logo"
    )


class LogoFields(forms.Form):
    """At most three, in the order of the card; stands before a RecordAdminForm."""

    # Given by the form that it is mixed into.
    user: User
    instance: Any

    logo_1, logo_2, logo_3 = map(_choice, LABELS)

    def offer_logos(self) -> None:
        """The current ones that this person may use, and those that the record has."""
        offered = PartnerLogo.objects.visible_to(self.user).current()
        saved = [getattr(self.instance, f"{slot}_id") for slot in SLOTS]
        logos = PartnerLogo.objects.filter(pk__in=offered.values("pk"))
        logos |= PartnerLogo.objects.filter(pk__in=[pk for pk in saved if pk])
        for slot in SLOTS:
            cast("forms.ModelChoiceField[Any]", self.fields[slot]).queryset = logos

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        chosen = set()
        for slot in SLOTS:
            logo = data.get(slot)
            if logo in chosen:
                self.add_error(slot, TWICE.format(logo=logo))
            chosen |= {logo} if logo else set()
        return data
