"""The endorsements app."""

from django.apps import AppConfig


class EndorsementsConfig(AppConfig):
    name = "endorsements"
    verbose_name = "Endorsements"

    def ready(self) -> None:
        # Models are there only now, and moderation may not look up to us.
        from amd.moderation.lost_link import OWN_PAGES  # noqa: PLC0415
        from amd.moderation.nightly import ACTS  # noqa: PLC0415
        from amd.records.models import Kind  # noqa: PLC0415
        from endorsements.confirming import (  # noqa: PLC0415
            forget_unconfirmed,
            own_page,
        )

        OWN_PAGES[Kind.ENDORSEMENT] = own_page
        ACTS["Endorsements nobody confirmed, erased"] = forget_unconfirmed
