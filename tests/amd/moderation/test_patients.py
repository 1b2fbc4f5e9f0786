import pytest

from amd.moderation.patients import Kind, Seen, folded, is_nhs_number, seen_in

# Numbers that the NHS gives out for tests, phones that Ofcom keeps for drama.
POSITIVES = [
    (Kind.NHS_NUMBER, "Her NHS number is 943 476 5919."),
    (Kind.NHS_NUMBER, "9434765919"),
    (Kind.NHS_NUMBER, "943-476-5919 was searched"),
    (Kind.NHS_NUMBER, "９４３ ４７６ ５９１９"),
    (Kind.NHS_NUMBER, "943\u00a0476\u20095919"),
    (Kind.NHS_NUMBER, "943 476\u200b 5919"),
    (Kind.NHS_NUMBER, "943.476.5919"),
    (Kind.NHS_NUMBER, "(9434765870)"),
    (Kind.NHS_NUMBER, "No. 943–476–5870, see notes"),
    (Kind.BIRTH, "DOB 03/06/1948"),
    (Kind.BIRTH, "d.o.b. 3.6.48"),
    (Kind.BIRTH, "Date of birth: 3 June 1948"),
    (Kind.BIRTH, "born on 3rd of June 1948 in Leeds"),
    (Kind.BIRTH, "Born June 3, 1948"),
    (Kind.BIRTH, "birthdate 1948-06-03"),
    (Kind.BIRTH, "whose birthday is 3 Jun"),
    (Kind.HOSPITAL_NUMBER, "hospital number A123456"),
    (Kind.HOSPITAL_NUMBER, "MRN: 1234567"),
    (Kind.HOSPITAL_NUMBER, "Hospital no. 1234567"),
    (Kind.HOSPITAL_NUMBER, "patient ID 00123456"),
    (Kind.HOSPITAL_NUMBER, "unit number RX123456"),
    (Kind.HOSPITAL_NUMBER, "case note 123456"),
    (Kind.HOSPITAL_NUMBER, "PAS 7654321"),
    (Kind.NAME, "Mrs Example came back with a rash"),
    (Kind.NAME, "We looked after Mr Sampleson."),
    (Kind.NAME, "Miss Ada Sample was six"),
    (Kind.NAME, "Mr. O'Example asked why"),
    (Kind.NAME, "Ms D’Sample"),
    (Kind.NAME, "Mx Sample-Jones"),
    (Kind.NAME, "Master Tom Sample, on the children's ward"),
    (Kind.NAME, "Mrs A. B. Sample"),
    (Kind.NAME, "Mrs Ödegård"),
    (Kind.POSTCODE, "she lives at LS1 4AP"),
    (Kind.POSTCODE, "from SW1A 1AA"),
    (Kind.POSTCODE, "M1 1AE"),
    (Kind.POSTCODE, "B33 8TN"),
    (Kind.POSTCODE, "CR2 6XH"),
    (Kind.POSTCODE, "dn55 1pt"),
    (Kind.POSTCODE, "EC1A1BB"),
    (Kind.PHONE, "ring her on 01632 960123"),
    (Kind.PHONE, "07700 900123"),
    (Kind.PHONE, "+44 7700 900123"),
    (Kind.PHONE, "+44 (0)1632 960123"),
    (Kind.PHONE, "(0113) 496 0123"),
    (Kind.PHONE, "020 7946 0123"),
    (Kind.PHONE, "07700-900-123"),
    (Kind.EMAIL, "she wrote from ada.sample@mail.test"),
    (Kind.EMAIL, "sample77@post.invalid"),
    (Kind.EMAIL, "write to o'example@post.test."),
    (Kind.AGE, "a patient aged 92"),
    (Kind.AGE, "A 94-year-old woman"),
    (Kind.AGE, "the 101 year old man"),
    (Kind.AGE, "at the age of 90"),
    (Kind.AGE, "a ninety-three-year-old"),
    (Kind.AGE, "she was 96, living alone"),
    (Kind.AGE, "97 y/o"),
    (Kind.AGE, "a centenarian on our books"),
    (Kind.AGE, "turned 100 in our care"),
    (Kind.DAY_AND_PLACE, "On 3 June 2026 a man on Ward 7 fell."),
    (Kind.DAY_AND_PLACE, "Admitted 03/06/2026 with chest pain"),
    (Kind.DAY_AND_PLACE, "Discharged on June 3rd, 2026"),
    (Kind.DAY_AND_PLACE, "the ICU on 2026-06-03"),
    (Kind.DAY_AND_PLACE, "On 12th May the maternity unit called us"),
    (Kind.DAY_AND_PLACE, "in bay 4 on 1.2.26"),
]
NEGATIVES = [
    "",
    "The ward asked, the library searched, and the group chose.",
    "943 476 5918 fails its check",
    "Order number 1234567890",
    "Grant NIHR-1234567890",
    "ISBN 978-0-306-40615-7",
    "ISBN: 0306406152, on the same shelf",
    "ISRCTN12345678",
    "PMID 34567890",
    "doi:10.1136/bmj.39393.999999.BE",
    "0000000000",
    "1111111111",
    "Purchase order PO-9434765919-X",
    "9434765919123 is a barcode",
    "Version 3.14.1592",
    "We saved £9,434,765",
    "It took 120 hours a year",
    "Born of frustration, the service grew",
    "The service was born in 1948",
    "born digital since 2004",
    "Date of publication: 3 June 2026",
    "The hospital has 1200 beds",
    "hospital number two in the region",
    "Unit 4 of the course",
    "The patient number fell by 12 per cent",
    "PAS 2026 was replaced",
    "the library's 12345 readers",
    "Dr Sample asked for a search",
    "Professor Example said so",
    "Mr and Mrs, as one says",
    "the MS of the letter",
    "Miss no deadline",
    "a mr scan",
    "MR imaging",
    "The Royal College of Nursing",
    "H1 2nd quarter results",
    "M1 1st exit",
    "COVID19 2nd wave",
    "B12 3rd dose",
    "QQ1 2AB is no area",
    "Band 7 4WD",
    "S1 file",
    "T2 3AB",
    "Ring the library on 01632 960123",
    "Library enquiries: 020 7946 0123",
    "Call us on 07700 900123",
    "The switchboard is 0113 496 0123",
    "Email us at hello@post.test",
    "library@sampleshire.nhs.uk",
    "help@sampleshire.ac.uk",
    "ask our team: team@post.test",
    "0.5 per cent of 12,345",
    "01 and 02 are codes",
    "90 per cent agreed",
    "it was 95 minutes",
    "aged 89",
    "a 72-year-old building",
    "ninety years ago",
    "is 100% certain",
    "was 92 days",
    "over 90 patients",
    "was 1,200 pounds",
    "aged 90 days in the freezer",
    "On 3 June 2026 the board met.",
    "Ward 7 asked in June.",
    "The clinic opened in 2026.",
    "In May the ward asked twice.",
    "3 of 4 wards",
    "1.2 million on the ward",
]


@pytest.mark.parametrize(("kind", "text"), POSITIVES)
def test_what_may_point_at_a_patient_is_seen(kind, text):
    assert kind in [seen.kind for seen in seen_in(text)]


@pytest.mark.parametrize("text", NEGATIVES)
def test_what_does_not_is_left_alone(text):
    assert seen_in(text) == []


def test_a_number_after_that_of_a_book_is_seen():
    (seen,) = seen_in("ISBN 0306406152 943 476 5919")

    assert seen.kind == Kind.NHS_NUMBER


def test_there_are_sixty_of_each():
    assert (len(set(POSITIVES)) >= 60, len(set(NEGATIVES)) >= 60) == (True, True)


def test_it_says_what_it_saw():
    assert [seen.sentence for seen in seen_in("Mrs Example, DOB 3/6/1948")] == [
        "“DOB 3/6/1948” looks like a date of birth",
        "“Mrs Example” looks like a person's name",
    ]


def test_the_same_is_said_once():
    assert seen_in("LS1 4AP, and again LS1 4AP") == [Seen(Kind.POSTCODE, "LS1 4AP")]


def test_somebody_who_agreed_to_be_named_is_no_patient():
    assert seen_in("Mrs Sample said so", names=["Ada Sample"]) == []


@pytest.mark.parametrize(
    ("digits", "valid"),
    [
        ("9434765919", True),
        ("9434765918", False),
        ("943476591", False),
        ("0" * 10, False),
    ],
)
def test_the_check_digit_of_an_nhs_number(digits, valid):
    assert is_nhs_number(digits) is valid


def test_where_the_check_would_be_ten_no_last_digit_makes_a_number():
    assert [d for d in "0123456789" if is_nhs_number("100000001" + d)] == []


def test_folding_leaves_the_words_as_they_are():
    assert folded("Llŷr\u00a0a ７") == "Llŷr a 7"
