"""Twenty-seven of the forty: social cards, from four words to 240 characters."""

import unicodedata
from dataclasses import replace

from amd.cards import Content
from tests.amd.cards.figures import LOGOS, portrait

ADDRESS = "amilliondecisions.example/7f3k-2q"
TITLE_120 = (
    "Deputy Chief Executive, Executive Director of Nursing, Midwifery and Allied "
    "Health Professions, and Senior Lead for Care"
)
NAME_62 = "Professor Alexandrina Featherstonehaugh-Cholmondeley-Sampleton"


def _content(quote: str, name: str, title: str, organisation: str) -> Content:
    return Content(
        quote=quote,
        name=name,
        title=title,
        organisation=organisation,
        address=ADDRESS,
    )


_LONG = _content(
    "Every week our clinical librarian joins the ward round, listens, and comes back "
    "within the hour with the two or three papers that matter; because of her we "
    "stopped a treatment that did not work, and began another that saves many more lives.",
    NAME_62,
    TITLE_120,
    "Sampleshire and North Example Integrated Care Partnership",
)
_USUAL = _content(
    "When a decision has to be right, our librarians are the colleagues I ask first. "
    "They bring the evidence, and the calm to use it.",
    "Dr Sample Person",
    "Medical Director",
    "Sampleshire NHS Trust",
)
_VIETNAMESE = _content(
    "Khi một quyết định phải đúng, thủ thư là đồng nghiệp đầu tiên tôi tìm đến.",
    "Nguyễn Thị Ví Dụ",
    "Giám đốc Điều dưỡng",
    "Bệnh viện Mẫu",
)

QUOTES: dict[str, Content] = {
    "four words": _content("Ask a librarian first.", "Kim", "Nurse", "Sample Ward 4"),
    "short": replace(
        _content(
            "Evidence first. Always.",
            "Professor Example Champion",
            "Chief Executive",
            "Sample Royal College",
        ),
        photo=portrait(0),
    ),
    "usual": replace(_USUAL, mark="Sample"),
    "usual, photo": replace(_USUAL, photo=portrait(1), mark="Sample"),
    "usual, logos": replace(_USUAL, photo=portrait(2), logos=LOGOS),
    "long": replace(_LONG, mark="Local card"),
    "long, photo, logos": replace(
        _LONG, photo=portrait(3, (480, 640)), logos=LOGOS[:2]
    ),
    "long title": replace(
        _content("They saved us a year.", "Jo Li", TITLE_120, "Sample Trust"),
        photo=portrait(4),
    ),
    "unbroken": _content(
        "Pneumonoultramicroscopicsilicovolcanoconiosis, found in one search.",
        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Jo",
        "https://amilliondecisions.example/a-very-long-address-of-a-page",
        "Sampleshire",
    ),
    "no attribution": Content(
        quote="I would not sit on a board that decides without its library.",
        address=ADDRESS,
    ),
    "marks within": _content(
        '"We asked \'what works?\' and she said "let me look" - 40 minutes later '
        "Dr. Sample had 12 papers, 3 of them new... and it's changed my mind.\"",
        "Rev. Canon J. R. O'Sample",
        "Chair (interim), 2025-26",
        "Sample & Sons, St. Example's",
    ),
    "Welsh": replace(
        _content(
            "Mae tystiolaeth yn achub bywydau, ac mae ein llyfrgellwyr yn dod â hi "
            "atom ŵyl a gwaith.",
            "Nwŷfre Sampl-ap-Ŵyn",
            "Nyrs Ymgynghorol",
            "Bwrdd Iechyd Prifysgol Sampl",
        ),
        photo=portrait(0, (640, 427)),
    ),
    "Polish": _content(
        "Zażółć gęślą jaźń – żartują studenci, a bibliotekarka w godzinę znajduje "
        "dowody, których szukaliśmy tygodniami.",
        "Święcisława Przykładowska-Źdźbło",
        "Ordynator oddziału",
        "Szpital Przykładowy w Łodzi",
    ),
    "Vietnamese, decomposed": replace(
        _VIETNAMESE,
        quote=unicodedata.normalize("NFD", _VIETNAMESE.quote),
        name=unicodedata.normalize("NFD", _VIETNAMESE.name),
        photo=portrait(2),
    ),
    "Yoruba": _content(
        "Ẹ̀rí ni ó ń tọ́ ìpinnu wa sọ́nà; àwọn olùtọ́jú ìwé ni ó ń gbé e wá.",
        "Ọ̀ṣun Àpẹẹrẹ",
        "Olùdarí Àgbà",
        "Ilé Ìwòsàn Àpẹẹrẹ",
    ),
    "Greek": replace(
        _content(
            "Όταν μια απόφαση πρέπει να είναι σωστή, ρωτάω πρώτα τους "
            "βιβλιοθηκονόμους μας.",
            "Παράδειγμα Δειγματίδου",
            "Διευθύντρια",
            "Νοσοκομείο Παραδείγματος",
        ),
        photo=portrait(1),
    ),
    "Cyrillic": _content(
        "Коли рішення має бути правильним, я спершу питаю наших бібліотекарів: "
        "вони приносять докази.",
        "Приклад Зразкович",
        "Медичний директор",
        "Лікарня «Зразок»",
    ),
    "Arabic": replace(
        _content(
            "عندما يجب أن يكون القرار صحيحاً، فإن أمناء المكتبات (في NHS) هم أول من "
            "أسأل خلال 24 ساعة.",
            "د. مثال العيّنة",
            "المدير الطبي",
            "مستشفى المثال",
        ),
        photo=portrait(4),
    ),
    "Hebrew": _content(
        'כאשר ההחלטה חייבת להיות נכונה, הספרנים שלנו (NHS) הם הראשונים: 24 שעות, דו"ח!',
        "ד״ר דוגמה לדוגמה",
        "מנהלת רפואית",
        "בית החולים דוגמה",
    ),
    "Urdu": _content(
        "جب فیصلہ درست ہونا ضروری ہو تو ہمارے لائبریرین وہ ساتھی ہیں جن سے میں سب سے "
        "پہلے پوچھتا ہوں۔",
        "ڈاکٹر نمونہ مثال",
        "طبی ڈائریکٹر",
        "نمونہ ہسپتال",
    ),
    "Devanagari": replace(
        _content(
            "जब निर्णय सही होना ज़रूरी हो, तो मैं सबसे पहले अपने पुस्तकालयाध्यक्षों से पूछता हूँ।",
            "डॉ. नमूना उदाहरण",
            "चिकित्सा निदेशक",
            "नमूना अस्पताल",
        ),
        photo=portrait(1),
    ),
    "Bengali": _content(
        "সিদ্ধান্ত যখন সঠিক হতেই হবে, তখন আমি সবার আগে আমাদের গ্রন্থাগারিকদের জিজ্ঞাসা করি।",
        "ডা. নমুনা উদাহরণ",
        "চিকিৎসা পরিচালক",
        "নমুনা হাসপাতাল",
    ),
    "Gurmukhi": _content(
        "ਜਦੋਂ ਫ਼ੈਸਲਾ ਸਹੀ ਹੋਣਾ ਜ਼ਰੂਰੀ ਹੋਵੇ, ਤਾਂ ਮੈਂ ਸਭ ਤੋਂ ਪਹਿਲਾਂ ਸਾਡੇ ਲਾਇਬ੍ਰੇਰੀਅਨਾਂ ਨੂੰ ਪੁੱਛਦਾ ਹਾਂ।",
        "ਨਮੂਨਾ ਸਿੰਘ",
        "ਮੈਡੀਕਲ ਡਾਇਰੈਕਟਰ",
        "ਨਮੂਨਾ ਹਸਪਤਾਲ",
    ),
    "Chinese": replace(
        _content(
            "当决定必须正确时，我首先请教的同事就是我们的图书馆员（NHS 2026），"
            "他们带来证据。",
            "样本・例子",
            "医疗主任",
            "样本医院",
        ),
        photo=portrait(0),
        logos=LOGOS[1:2],
    ),
    "Japanese": _content(
        "判断を誤れないとき、最初に相談するのは「図書館員」です。根拠と、それを使う"
        "落ち着きをくれます。",
        "見本 例子",
        "医療部長",
        "サンプル病院",
    ),
    "emoji": replace(
        _content(
            "Evidence first 📚 👩🏽‍⚕️ for Wales 🏴󠁧󠁢󠁷󠁬󠁳󠁿, in step 1️⃣ and 2️⃣ ❤️!",
            "Sam 🌻 Sample",
            "Library 🤝 ward",
            "Sampleshire 🇬🇧",
        ),
        photo=portrait(3),
    ),
    "all in one line": _content(
        "Ŵyn asked Łódź, Việt, Άτομο, Пример, مثال, דוגמה, नमूना, 示例, 見本, 견본 and 📚: "
        "the evidence (הראיות) agreed, 12 of 12.",
        "Zoë 例子 مثال",
        "Director • مديرة",
        "Sample 示例 NHS Trust",
    ),
}
