"""The endorsements app."""

from django.apps import AppConfig


class EndorsementsConfig(AppConfig):
    name = "endorsements"
    verbose_name = "Endorsements"

    def ready(self) -> None:
        # Models are there only now, and moderation may not look up to us.
        from amd.moderation.nightly import ACTS  # noqa: PLC0415
        from endorsements.confirming import forget_unconfirmed  # noqa: PLC0415

        ACTS["Endorsements nobody confirmed, erased"] = forget_unconfirmed
