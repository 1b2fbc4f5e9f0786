"""Two tabs wrote different answers to one page: both are shown, and the author chooses."""

from typing import Any

from casestudies.models import CaseStudy

from .forms import PageForm, plain, seen_of, stored_answer
from .rows import answer_of, label_of

CHANGED = (
    "This page was changed in another tab or on another device. Nothing is lost: "
    "compare the two, then save what should stay"
)


def both_texts(form: PageForm) -> dict[str, Any]:
    """The form as typed here, with what is stored beside it; saving again replaces that."""
    stored = CaseStudy.objects.get(pk=form.instance.pk)
    theirs = [
        (label_of(name, form.page), answer_of(stored, name) or "Nothing")
        for name in form.page.fields
        if plain(stored_answer(stored, name)) != plain(form.cleaned_data.get(name))
    ]
    form.data = form.data.copy()
    form.data[form.add_prefix("seen")] = seen_of(stored, form.page)
    form.add_error(None, CHANGED)
    return {"theirs": theirs}
