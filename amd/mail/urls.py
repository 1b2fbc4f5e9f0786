"""Addresses of the kept mails; stand before the admin's own."""

from django.urls import path

from . import views

app_name = "mail"
urlpatterns = [
    path("admin/mail/", views.kept_mails, name="kept"),
    path("admin/mail/words/", views.mail_words, name="words"),
    path("admin/mail/<int:pk>/", views.kept_mail, name="kept_mail"),
]
