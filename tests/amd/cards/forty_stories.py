"""Thirteen of the forty: vignettes, with and without figure, picture, quote and team."""

from dataclasses import replace

from amd.cards import Content
from tests.amd.cards.figures import LOGOS, portrait, scene
from tests.amd.cards.forty_quotes import ADDRESS, NAME_62, TITLE_120

_STORY = Content(
    kicker="Impact case study",
    headline="Ward equipment chosen on evidence saves a trust £120,000 a year",
    figure="£120,000",
    figure_basis="saved a year, measured by the trust",
    body=(
        "The procurement group had to choose between three pumps and could not tell "
        "which was safest. The clinical librarian searched and appraised the evidence, "
        "brought a two-page summary to the table and stayed for the discussion. The "
        "group chose the pump with the fewest reported errors and retired two contracts."
    ),
    quote="We would have bought the cheaper pump and paid for it twice.",
    name="Sam Sample",
    title="Head of Procurement",
    organisation="Sampleshire NHS Trust",
    working_with="Ali Sample, Clinical Librarian",
    service="Sampleshire Library and Knowledge Service",
    address=ADDRESS,
)
_BODY_110 = (
    "Every morning the respiratory team met a question that nobody in the room could "
    "answer with confidence. The knowledge specialist began to join the round on "
    "Tuesdays and Thursdays, wrote the questions down and came back before the clinic "
    "with what the best studies say, what they do not say, and how sure we may be. In "
    "the first year the team put sixty-two questions; in nineteen of them the answer "
    "changed what was done for the person in the bed. Lengths of stay fell, two drugs "
    "left the formulary, and the doctors learned to ask earlier. The round now "
    "runs on four wards, and the board pays for it."
)
_BARE = Content(headline="Two hours saved", address=ADDRESS)

STORIES: dict[str, Content] = {
    "story": _STORY,
    "story, picture": replace(_STORY, photo=scene(), logos=LOGOS[:1], mark="Sample"),
    "story, upright picture": replace(
        _STORY, photo=portrait(1, (480, 640)), logos=LOGOS
    ),
    "bare headline": replace(_BARE, kicker="Impact case study"),
    "headline and figure": replace(
        _BARE,
        headline="A search in an afternoon frees a week of a matron's time",
        figure="120 hours a year",
        figure_basis="estimated by the ward",
    ),
    "110 words": replace(
        _STORY,
        headline="Sixty-two questions, nineteen changes in care, and one very quiet ward",
        figure="19 of 62",
        figure_basis="answers changed care, counted by the team",
        body=_BODY_110,
        mark="Sample",
    ),
    "110 words, picture": replace(
        _STORY,
        headline="Sixty-two questions and nineteen changes in care",
        figure="",
        figure_basis="",
        body=_BODY_110,
        photo=scene((640, 480)),
    ),
    "long quote": replace(
        _STORY,
        headline="Faster answers on every ward, every day, for every team that asks for one",
        figure="£1.2 million",
        figure_basis=(
            "estimated over five years by the finance team of the trust, before costs"
        ),
        quote=(
            "I had stopped asking, because an answer that comes after the decision is "
            "no answer; now it comes while I am still holding the pen, and I use it."
        ),
        name=NAME_62,
        title=TITLE_120,
    ),
    "no quote": replace(_STORY, quote="", name="", title="", organisation=""),
    "Gujarati": replace(
        _STORY,
        kicker="અસરનો અભ્યાસ",
        headline="પુરાવા પર પસંદ કરેલાં સાધનોથી વર્ષે £120,000 બચે છે",
        figure_basis="વર્ષે બચત, ટ્રસ્ટે માપેલી",
        body=(
            "ખરીદી જૂથે ત્રણ પંપમાંથી પસંદગી કરવાની હતી. ગ્રંથપાલે પુરાવા શોધ્યા, "
            "બે પાનાંનો સાર લાવ્યા અને ચર્ચામાં રહ્યા."
        ),
        quote="અમે સસ્તો પંપ ખરીદ્યો હોત અને બે વાર ચૂકવણી કરી હોત.",
        name="નમૂના ઉદાહરણ",
        title="ખરીદી વડા",
        organisation="નમૂના હોસ્પિટલ",
        working_with="",
        service="",
    ),
    "Tamil": replace(
        _STORY,
        kicker="தாக்க ஆய்வு",
        headline="ஆதாரத்துடன் தேர்ந்த கருவிகள் ஆண்டுக்கு £120,000 சேமிக்கின்றன",
        figure_basis="ஆண்டு சேமிப்பு, அளவிடப்பட்டது",
        body=(
            "கொள்முதல் குழு மூன்று பம்புகளில் ஒன்றைத் தேர்வு செய்ய வேண்டியிருந்தது. "
            "நூலகர் ஆதாரங்களைத் தேடி, இரண்டு பக்கச் சுருக்கத்தைக் கொண்டு வந்தார்."
        ),
        quote="மலிவான பம்பை வாங்கி இரண்டு முறை பணம் கட்டியிருப்போம்.",
        name="மாதிரி எடுத்துக்காட்டு",
        title="கொள்முதல் தலைவர்",
        organisation="மாதிரி மருத்துவமனை",
        working_with="",
        service="",
    ),
    "Arabic story": replace(
        _STORY,
        kicker="دراسة أثر",
        headline="أجهزة اختيرت بالدليل توفّر 120,000 جنيه كل عام",
        figure_basis="توفير سنوي، قاسته المؤسسة",
        body=(
            "كان على فريق المشتريات أن يختار بين ثلاث مضخات ولم يعرف أيها أكثر أماناً. "
            "بحثت أمينة المكتبة عن الأدلة وقيّمتها، وجاءت بملخص من صفحتين (بالإنجليزية: "
            "evidence summary) وبقيت للنقاش."
        ),
        quote="كنا سنشتري المضخة الأرخص وندفع ثمنها مرتين.",
        name="مثال العيّنة",
        title="رئيس المشتريات",
        organisation="مستشفى المثال",
        working_with="علي مثال، أمين مكتبة",
        service="مكتبة المثال",
        photo=scene(),
    ),
    "Korean": replace(
        _STORY,
        kicker="영향 사례",
        headline="근거로 고른 장비가 해마다 12만 파운드를 아낍니다",
        figure_basis="연간 절감액, 병원 측정",
        body=(
            "구매팀은 세 가지 펌프 가운데 하나를 골라야 했지만 무엇이 가장 안전한지 "
            "알 수 없었습니다. 사서가 근거를 찾아 평가하고 두 쪽짜리 요약을 가져왔습니다."
        ),
        quote="더 싼 펌프를 사고 두 번 값을 치를 뻔했습니다.",
        name="견본 예시",
        title="구매 팀장",
        organisation="견본 병원",
        working_with="",
        service="",
        photo=portrait(3),
    ),
}
