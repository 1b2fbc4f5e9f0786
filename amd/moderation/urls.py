"""The private pages of authors and people quoted, and the numbers of the desk."""

from django.urls import path

from . import (
    ask_page,
    colleague_answer,
    lost_link_page,
    my,
    numbers_page,
    sign_off_after,
    sign_off_pages,
)

app_name = "moderation"
urlpatterns = [
    path("lost-link/", lost_link_page.lost_link, name="lost_link"),
    path("my/<str:link>/", my.my, name="my"),
    path("my/<str:link>/sent/", my.sent, name="sent"),
    path("my/<str:link>/agreed/", my.agreed, name="agreed"),
    path("my/<str:link>/uses/", my.uses, name="my_uses"),
    path("my/<str:link>/withdraw/", my.withdraw, name="my_withdraw"),
    path("my/<str:link>/change/", my.change, name="my_change"),
    path("my/<str:link>/ask/", ask_page.ask, name="ask"),
    path("colleague/<str:link>/", colleague_answer.colleague, name="colleague"),
    path(
        "colleague/<str:link>/card.png",
        colleague_answer.colleague_card,
        name="colleague_card",
    ),
    path("sign-off/<str:link>/", sign_off_pages.sign_off, name="sign_off"),
    path(
        "sign-off/<str:link>/card/<slug:format_name>.png",
        sign_off_after.card,
        name="sign_off_card",
    ),
    path(
        "sign-off/<str:link>/new-link/",
        sign_off_after.new_link,
        name="sign_off_new_link",
    ),
    path("sign-off/<str:link>/uses/", sign_off_after.uses, name="sign_off_uses"),
    path(
        "sign-off/<str:link>/withdraw/",
        sign_off_after.withdraw,
        name="sign_off_withdraw",
    ),
    # Stands before the admin's own.
    path("admin/numbers/", numbers_page.show, name="numbers"),
]
