"""To whoever sent a record in, about what became of it."""

from django.conf import settings

from .letter import KEEP_LINK, Mail, letter


def confirm_address(*, kind: str, reference: str, link: str) -> Mail:
    """Nobody knows yet whose address it is, so it says nothing that was typed."""
    return Mail(
        f"Confirm your {kind}, {reference}",
        letter(
            "",
            f"Somebody, we hope you, wrote an {kind} for {settings.SITE_NAME} on our "
            "website and gave this email address.",
            "Read your words once more and confirm them. Only then does a library "
            f"lead see them:\n{link}",
            "The link works for 28 days; after that we delete what was written. If it "
            "was not you, you do not need to do anything.",
            KEEP_LINK,
        ),
    )


def draft_kept(*, name: str, kind: str, reference: str, link: str) -> Mail:
    return Mail(
        f"Your {kind} is kept, {reference}",
        letter(
            name,
            f"You have begun an {kind} for {settings.SITE_NAME}. Everything you save is "
            "kept under your private link. You can go on at any time, on any device.",
            f"Go on with it:\n{link}",
            "We keep it for 28 days after your last change, and remind you once before "
            "we delete it. Nobody else reads it until you send it.",
            KEEP_LINK,
        ),
    )


def draft_ending(
    *, name: str, kind: str, reference: str, link: str, until: str
) -> Mail:
    """The one reminder. To save any page keeps the draft for as long again."""
    return Mail(
        f"Your {kind} is kept until {until}, {reference}",
        letter(
            name,
            f"You began an {kind} for {settings.SITE_NAME} and have not sent it yet. "
            f"We keep it until {until}, and delete it after that day.",
            f"Go on where you stopped, or send it as it is:\n{link}",
            "When you save a page, we keep it for 28 days more. If you do not want it "
            "any longer, you do not need to do anything: its words, pictures and your "
            "email address are deleted, and nobody has read them.",
            KEEP_LINK,
        ),
    )


def receipt(*, name: str, kind: str, reference: str, link: str) -> Mail:
    return Mail(
        f"We have received your {kind}, {reference}",
        letter(
            name,
            f"Thank you for sending your {kind} to {settings.SITE_NAME}. "
            f"Its reference is {reference}.",
            "A library lead of your region will read it. "
            "We will email you when there is something for you to do or to see.",
            f"See where it stands, and how many are ahead of it:\n{link}",
            KEEP_LINK,
        ),
    )


def new_link(*, name: str, kind: str, reference: str, link: str) -> Mail:
    """To an address that a lead has corrected: the links to the old one are void."""
    return Mail(
        f"Your private link for your {kind}, {reference}",
        letter(
            name,
            f"A library lead has corrected the email address of your {kind} for "
            f"{settings.SITE_NAME}. Links that we sent to the old address do not work "
            "any more.",
            f"See where it stands:\n{link}",
            KEEP_LINK,
        ),
    )


def links_again(*, links: str) -> Mail:
    """To somebody who has lost theirs: all of what they sent in, in one mail."""
    return Mail(
        f"Your private links at {settings.SITE_NAME}",
        letter(
            "",
            "You asked for your private links. Each opens your draft, or shows where "
            "what you sent stands:",
            links,
            "If it was not you who asked, you do not need to do anything: nobody else "
            "has got this email.",
            "Keep these links to yourself: whoever has one can act for you.",
        ),
    )


def sent_back(
    *, name: str, kind: str, reference: str, link: str, reason: str, note: str
) -> Mail:
    return Mail(
        f"Please look at your {kind} again, {reference}",
        letter(
            name,
            f"A library lead has read your {kind} and asks you to change something "
            "before it can go further.",
            reason,
            note,
            f"Change it and send it again:\n{link}",
            "Everything you sent is still there. " + KEEP_LINK,
        ),
    )


def accepted(*, name: str, kind: str, reference: str, link: str) -> Mail:
    return Mail(
        f"Your {kind} has been accepted, {reference}",
        letter(
            name,
            f"Thank you. A library lead has read your {kind} and accepted it.",
            "It is not public yet. Nothing is published before everybody who is quoted "
            "or pictured in it has agreed. We will email you when it is published.",
            f"See where it stands:\n{link}",
            KEEP_LINK,
        ),
    )


def published(*, name: str, kind: str, reference: str, link: str, page: str) -> Mail:
    return Mail(
        f"Your {kind} is published, {reference}",
        letter(
            name,
            f"Your {kind} is now on the {settings.SITE_NAME} website:\n{page}",
            "Please share that page with anyone who may find it useful.",
            "Your own page has its cards and text to post, as far as that was agreed. "
            "There you can also change what you agreed to, or withdraw it, at any "
            f"time:\n{link}",
            KEEP_LINK,
        ),
    )


def declined(
    *, name: str, kind: str, reference: str, link: str, reason: str, note: str
) -> Mail:
    return Mail(
        f"We will not publish your {kind}, {reference}",
        letter(
            name,
            f"Thank you for sending your {kind}. "
            "A library lead has read it and decided not to publish it.",
            reason,
            note,
            "If you have a question about this, find your regional library lead:\n"
            f"{settings.SITE_ADDRESS}/contact/",
            "Your own page shows it for as long as you like. There you can also have "
            f"it erased:\n{link}",
            KEEP_LINK,
        ),
    )


def withdrawn(*, name: str, kind: str, reference: str) -> Mail:
    return Mail(
        f"Your {kind} has been withdrawn, {reference}",
        letter(
            name,
            f"Your {kind} has been withdrawn. Its page and its pictures are gone from "
            "our website, and we have deleted what you sent.",
            "Copies that other people already downloaded may still be around. "
            "Tell us if you see one.",
            "You do not need to do anything.",
        ),
    )


def quoted_person_gone(*, name: str, kind: str, reference: str, link: str) -> Mail:
    return Mail(
        f"Somebody you quoted has taken back their words, {reference}",
        letter(
            name,
            f"The person quoted in your {kind} {reference} has taken back their words, "
            "and we have erased their part. Nothing else of it is lost.",
            "Its public page is down. Your library lead can publish it again without "
            "them; you do not need to do anything.",
            f"See where it stands:\n{link}",
        ),
    )
