import time

import pytest

from claims.text.similarity import near_verbatim, rank_statements, same_quotation

CLAIMS = [
    (1, "Muttaqi will visit Islamabad"),
    (2, "Hamid Karzai will be part of the team travelling to Qatar"),
    (3, "Yao Jing represented China at the Troika Plus of 11 November"),
    (12, "The US withdrawal will be completed by August 31"),
    (120, "India will host a dialogue of 12 states"),
]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("mutt isl", 1),
        ("isl", 1),
        ("Mutaqi visti", 1),
        ("karzai qtar", 2),
        ("Qatar Karzai", 2),
        ("withdrawl", 12),
        ("islmabd", 1),
        ("isalm", 1),
        ("troka", 3),
        ("WITHDRAWAL AUGUST", 12),
        ("12", 12),
        ("C-12", 12),
        ("c12", 12),
        (" C - 012 ", 12),
        ("C-1", 1),
    ],
)
def test_the_claim_that_is_meant_comes_first(query, first):
    assert rank_statements(query, CLAIMS, limit=3)[0][0] == first


@pytest.mark.parametrize("query", ["", "  ", "zz", "C-99", "C-11", "–", "Moscow"])
def test_a_query_that_fits_nothing_finds_nothing(query):
    assert rank_statements(query, CLAIMS, limit=3) == []


def test_a_number_finds_the_numbers_it_begins_and_words_with_it():
    assert [number for number, _ in rank_statements("12", CLAIMS, limit=9)] == [12, 120]


def test_equal_scores_stand_by_number_whatever_the_order_given():
    found = rank_statements("will", list(reversed(CLAIMS)), limit=9)

    assert [number for number, _ in found] == [1, 2, 12, 120]


def test_no_more_are_returned_than_asked_for():
    assert len(rank_statements("will", CLAIMS, limit=2)) == 2
    assert rank_statements("will", CLAIMS, limit=0) == []


def test_an_exact_word_ranks_above_a_mistyped_one():
    assert rank_statements("visit", [(1, "A vist"), (2, "A visit")], limit=2)[0][0] == 2


def test_a_hostile_query_is_answered_at_once():
    started = time.thread_time()

    rank_statements("a" * 100_000 + " b" * 100_000, CLAIMS, limit=5)

    assert time.thread_time() - started < 1


SHARED = "the return of normal international relations and the lifting of sanctions"


def test_a_long_quotation_in_both_texts_is_returned():
    a = f"West said they wanted “{SHARED}” on Monday."
    b = f'The envoy told AFP: "We want {SHARED} now."'

    assert same_quotation(a, b) == SHARED
    assert same_quotation(b, a) == SHARED


def test_a_quotation_of_39_characters_is_too_short_and_one_of_40_is_not():
    assert same_quotation(f"“{'x' * 39}”", f"“{'x' * 39}”") is None
    assert same_quotation(f"“{'x' * 40}”", f"“{'x' * 40}”") == "x" * 40


def test_the_same_words_outside_quotation_marks_are_no_quotation():
    assert same_quotation(f"West wanted {SHARED}.", f"West wanted “{SHARED}”.") is None


def test_line_ends_and_apostrophes_do_not_part_a_quotation():
    a = "“Pakistan’s support for the peace process\nis firm and will remain so”"
    b = "‘Pakistan's support for the peace process is firm and will remain so’"

    assert same_quotation(a, b) == "Pakistan's support for the peace process is firm and will remain so"


def test_a_sentence_copied_but_for_a_word_is_near_verbatim():
    a = "Muttaqi will visit Islamabad in the coming days, sources told The Express Tribune."

    assert near_verbatim(a, a.replace("in the coming days", "in coming days").upper())


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Muttaqi will visit Islamabad", "Muttaqi will visit Islamabad"),
        (
            "Hamid Karzai will be part of the team travelling to Qatar",
            "Yao Jing represented China at the Troika Plus",
        ),
        ("", ""),
    ],
)
def test_short_or_different_sentences_are_not_near_verbatim(a, b):
    assert not near_verbatim(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            f"He said: “They speak of ‘unity’ and want {SHARED}.”",
            f'"They speak of unity and want {SHARED}," he said.',
        ),
        (f"‘They want “normal” ties, {SHARED}’", f"“They want 'normal' ties, {SHARED}”"),
        (f"and {SHARED}”, he said", f"“He wants peace and {SHARED}.”"),
        (f"He said: “Peace\nand {SHARED}", f"“Peace and {SHARED}.”"),
        (f"“We want peace – {SHARED}”", f"“We want peace - {SHARED}”"),
    ],
)
def test_marks_around_and_within_a_quotation_do_not_part_it(a, b):
    assert SHARED in same_quotation(a, b)
    assert SHARED in same_quotation(b, a)


TEAM = "An {}-member team led by Abdullah will leave for Qatar on Friday to resume the talks, officials said"


def test_a_copied_sentence_stays_near_verbatim_though_a_number_differs():
    assert near_verbatim(TEAM.format(11), TEAM.format(12))


@pytest.mark.parametrize(
    ("said", "answered"),
    [("will leave", "will not leave"), ("will leave", "won’t leave"), ("officials said", "officials denied")],
)
def test_what_denies_a_sentence_in_nearly_its_own_words_is_not_near_verbatim(said, answered):
    told = "Taliban officials said that the whole team will leave Kabul for the talks in Doha on Saturday."

    assert not near_verbatim(told, told.replace(said, answered))


def test_a_sentence_that_a_subeditor_went_over_is_near_verbatim():
    a = "Police opened fire on about 100 teaching college students who had taken buses to return to campus"
    b = "Police opened fire on about 100 students who had taken buses in order to return to their campus on Friday"

    assert near_verbatim(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Muttaqi will visit Islamabad on Wednesday", "Muttaqi will visit Kabul on Thursday"),
        ("The foreign minister will visit Islamabad on Wednesday, officials said", TEAM.format(11)),
        (
            "Afghan Foreign Minister Amir Khan Muttaqi arrived in Islamabad on Wednesday for talks",
            "The acting foreign minister of Afghanistan landed in Islamabad on Wednesday and met his counterpart",
        ),
    ],
)
def test_two_reports_of_one_event_in_their_own_words_are_not_near_verbatim(a, b):
    assert not near_verbatim(a, b)
