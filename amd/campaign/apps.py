"""The campaign app."""

from django.apps import AppConfig


class CampaignConfig(AppConfig):
    name = "amd.campaign"
    verbose_name = "Campaign"
