"""What staff read about an answer and about a question, in sentences."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from amd.consent.models import VOUCHED, ConsentRecord, Method, SignOff
from amd.records.models import Role

from .asking import COVERED, Standing, State

BY_THEMSELVES = {
    Method.WEB_FORM: "Agreed on our web form",
    Method.CONFIRMED: "Agreed on our web form, with their address confirmed,",
    Method.SIGN_OFF: "Agreed through their own link",
}


def day(moment: date | datetime) -> str:
    if isinstance(moment, datetime):
        moment = timezone.localdate(moment)
    return f"{moment.day} {moment:%B %Y}"


def how_told(answer: ConsentRecord) -> str:
    """ "Letter of 3 June 2026, vouched for by Nora North", or how they said it."""
    method = Method(answer.method)
    if not answer.is_own_word and method == Method.WEB_FORM:
        return f"Ticked on our web form on {day(answer.given_at)}, not confirmed"
    if method not in VOUCHED:
        return f"{BY_THEMSELVES[method]} on {day(answer.given_at)}"
    who = answer.vouched_by or "somebody whose account is gone"
    told_on = day(answer.told_on or answer.given_at)
    return f"{method.label} of {told_on}, vouched for by {who}"


def who_asked(question: SignOff) -> str:
    if question.asked_by:
        return str(question.asked_by)
    return "the contributor" if question.asked_as == Role.AUTHOR else "a library lead"


def sentences(standing: Standing) -> list[str]:
    """Where this sign-off stands, and what comes next."""
    state, question, answer = standing.state, standing.question, standing.answer
    if state in COVERED and answer:
        told = [f"{how_told(answer)}.", f"It lasts until {day(answer.ends_on)}."]
        return told + _asked_once_more(standing)
    told = []
    if standing.is_changed and standing.earlier:
        told.append(f"{how_told(standing.earlier)}. The text was changed after that.")
    if state in OF_QUESTION and question:
        if answer and answer.uses:
            told.append(f"{how_told(answer)}.")
        told += OF_QUESTION[state](question)
        if standing.is_about_other_words:
            told.append("The text was changed after that. Ask them again.")
        return told
    return told + _of_answer(standing)


def _of_answer(standing: Standing) -> list[str]:
    answer, newest = standing.answer, next(iter(standing.answers), None)
    if standing.state == State.NOT_CONFIRMED and answer:
        return [
            f"{how_told(answer)}.",
            "It does not count as their own word before they confirm it or a lead "
            "has checked with them.",
        ]
    if standing.state == State.REFUSED and newest:
        return [f"Took back what they agreed to on {day(newest.given_at)}."]
    if answer:
        return [f"{how_told(answer)}.", f"{standing.problem}."]
    if standing.state == State.NOT_ASKED:
        return ["Nobody has asked them about these exact words yet."]
    return ["Ask them again."] if standing.state == State.CHANGED else []


def _waiting(question: SignOff) -> list[str]:
    return [
        f"{_asked(question)}. No answer yet.",
        f"The link is valid until {day(question.expires_at)}.",
    ]


def _expired(question: SignOff) -> list[str]:
    return [
        f"{_asked(question)}. There was no answer before the link expired on "
        f"{day(question.expires_at)}.",
    ]


def _changes(question: SignOff) -> list[str]:
    return [f"Asked for a change on {day(question.answered_at or question.asked_at)}."]


def _refused(question: SignOff) -> list[str]:
    return [f"Said no on {day(question.answered_at or question.asked_at)}."]


def _asked(question: SignOff) -> str:
    return f"Asked on {day(question.asked_at)} by {who_asked(question)}"


def _asked_once_more(standing: Standing) -> list[str]:
    """An answer stands, and they were asked for another."""
    question, answer = standing.open_question, standing.answer
    if question and answer and question.asked_at > answer.given_at:
        return _waiting(question)
    return []


OF_QUESTION = {
    State.WAITING: _waiting,
    State.EXPIRED: _expired,
    State.CHANGES: _changes,
    State.REFUSED: _refused,
}


def now_void(standing: Standing) -> SafeString:
    """After an edit: what it did, and the way to ask again."""
    return format_html(
        "Sign-off no longer covers this text: the {} agreed to other words. "
        '<a href="#sign-off-{}">Ask them again</a>',
        standing.who.lower(),
        standing.words.person,
    )


def in_queue(standings: list[Standing]) -> SafeString | str:
    """Of everybody who agreed, how; else of each who did not, what is wanting."""
    wanting = [each for each in standings if not each.is_covered]
    shown = wanting or standings[-1:]
    names_them = len(standings) > 1 and wanting
    return format_html_join(
        "",
        '<span class="amd-state amd-state--{}">{}{}</span> ',
        (
            (
                "covered" if each.is_covered else each.state.value,
                f"{each.who}: " if names_them else "",
                each.state.label,
            )
            for each in shown
        ),
    )
