"""Moments that tests speak of."""

from datetime import timedelta

from django.utils import timezone


def days_ago(days):
    """So many days ago at this time by the clock on the wall.

    In hours it would be another date late on an evening after the clocks went back;
    what ends after so many hours is counted in hours.
    """
    return timezone.localtime() - timedelta(days=days)
