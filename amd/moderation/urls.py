"""The author's private pages."""

from django.urls import path

from . import my

app_name = "moderation"
urlpatterns = [
    path("my/<str:link>/", my.my, name="my"),
    path("my/<str:link>/sent/", my.sent, name="sent"),
]
