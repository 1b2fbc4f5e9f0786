"""Cards made up from words of many scripts, another for every number, always the same."""

import random
import unicodedata

from amd.cards import SOCIAL_CARD, THEMES, VIGNETTE, Card, Content
from tests.amd.cards.figures import LOGOS, portrait, scene
from tests.amd.cards.samples import ADDRESS

WORDS = {
    "English": "evidence we asked and the answer came before a decision 2026 it",
    "Welsh": "tystiolaeth ŵyl ŷd llyfrgellwyr penderfyniad â iechyd gŵr",
    "Polish": "zażółć gęślą jaźń biblioteka źródło święto łódź decyzja",
    "Vietnamese": "quyết định đúng bằng chứng thủ thư người bệnh viện",
    "Yoruba": "ẹ̀rí ìpinnu ọ̀ṣun àwọn olùtọ́jú ìwé gbé",
    "Greek": "απόφαση βιβλιοθήκη Όταν τεκμήρια ΐ σωστή ερώτηση",
    "Cyrillic": "рішення бібліотека їжак докази щастя ґанок",
    "Arabic": "القرار المكتبة الأدلة صحيحاً أوّل لا يُسأل",
    "Hebrew": "החלטה ספרייה ראיות נכונה שָׁלוֹם אנחנו",
    "Urdu": "فیصلہ لائبریری ثبوت ہمارے ساتھی ہے",
    "Devanagari": "निर्णय पुस्तकालय प्रमाण ज़रूरी क्षमता र्‍य",
    "Bengali": "সিদ্ধান্ত গ্রন্থাগার প্রমাণ জিজ্ঞাসা আমরা",
    "Gujarati": "નિર્ણય પુસ્તકાલય પુરાવા જ્ઞાન અમે",
    "Gurmukhi": "ਫ਼ੈਸਲਾ ਲਾਇਬ੍ਰੇਰੀ ਸਬੂਤ ਪੁੱਛਦਾ ਅਸੀਂ",
    "Tamil": "முடிவு நூலகம் ஆதாரம் கேட்கிறேன் நாங்கள்",
    "Thai": "การตัดสินใจ ห้องสมุด หลักฐาน ที่",
    "Chinese": "决定必须正确 我们的图书馆员 证据 首先请教",
    "Japanese": "判断を誤れない 図書館員に相談する 根拠 サンプル",
    "Korean": "결정이 옳아야 사서 근거를 도서관",
    "emoji": "📚 👩🏽‍⚕️ ❤️ 1️⃣ 🏴󠁧󠁢󠁷󠁬󠁳󠁿 🇬🇧 👍",
    "long": "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch "
    "Donaudampfschifffahrtsgesellschaft www.amilliondecisions.example/a-long-page",
}
_STOPS = ("", "", "", "", ",", ".", "?", ":")


def made_card(number: int) -> Card:
    """The card of this number; how long its words are and what it holds are chance."""
    chance = random.Random(number)  # noqa: S311  # a sample, not a secret
    design = chance.choice((SOCIAL_CARD, SOCIAL_CARD, VIGNETTE))
    is_story = design is VIGNETTE
    scripts = chance.sample(sorted(WORDS), chance.choice((1, 1, 2, 4)))
    content = Content(
        quote=_text(chance, scripts, 160 if is_story else 240),
        name=_text(chance, scripts, 62),
        title=_text(chance, scripts, 120, least=0),
        organisation=_text(chance, scripts, 80, least=0),
        photo=chance.choice((None, portrait(number), scene())),
        logos=LOGOS[: chance.choice((0, 0, 1, 2, 3))],
        mark=chance.choice(("", "Sample", "Local card")),
        address=ADDRESS,
    )
    if is_story:
        content = Content(
            **{field: getattr(content, field) for field in _KEPT},
            kicker="Impact case study",
            headline=_text(chance, scripts, 80),
            figure=chance.choice(("", "£120,000", "120 hours a year")),
            figure_basis=_text(chance, scripts, 60, least=0),
            body=_text(chance, scripts, 600, least=0),
            working_with=_text(chance, scripts, 60, least=0),
        )
    return Card(design, chance.choice(sorted(THEMES)), content)


_KEPT = ("quote", "name", "title", "organisation", "photo", "logos", "mark", "address")


def _text(
    chance: random.Random, scripts: list[str], most: int, *, least: int = 3
) -> str:
    """Words of these scripts, as many as it takes for a length between the bounds."""
    wanted = chance.randint(least, most) if chance.random() < 0.7 else least
    text = ""
    while len(text) < wanted:
        word = chance.choice(WORDS[chance.choice(scripts)].split())
        longer = f"{text} {word}{chance.choice(_STOPS)}".strip()
        if len(longer) > most:
            break
        text = longer
    if wanted and not text.strip(".,?: "):
        text = "Kim"
    return unicodedata.normalize(chance.choice(("NFC", "NFC", "NFD")), text)
