from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from claims.text.marks import paragraphs
from claims.text.matching import matching
from claims.text.paragraph_changes import paragraph_changes, word_changes

WORDS = st.text(st.sampled_from("ab -.é“🙂\n"), max_size=60)
ITEMS = st.lists(st.sampled_from("abcdef"), max_size=40)


def told(old, new):
    return [
        (change.kind, change.old and change.old.of(old), change.new and change.new.of(new))
        for change in paragraph_changes(old, new)
    ]


@given(WORDS, WORDS)
def test_changes_name_every_paragraph_of_both_texts_once_and_in_order(old, new):
    changes = paragraph_changes(old, new)

    assert [change.old for change in changes if change.old] == paragraphs(old)
    assert [change.new for change in changes if change.new] == paragraphs(new)
    assert all(change.old.of(old) == change.new.of(new) for change in changes if change.kind == "same")


@given(WORDS, WORDS)
def test_pieces_join_to_both_texts(old, new):
    pieces = word_changes(old, new)

    assert "".join(piece.text for piece in pieces if piece.kind != "new") == old
    assert "".join(piece.text for piece in pieces if piece.kind != "gone") == new


@given(ITEMS, ITEMS)
def test_matching_places_rise_in_both_and_hold_the_same(old, new):
    pairs = matching(old, new)

    assert all(old[a] == new[b] for a, b in pairs)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(pairs))


def test_reworded_paragraph_is_told_from_one_that_came_in_beside_it():
    old = "It rained in Kabul.\nThe envoy will come on Monday.\nThe end."
    new = "It rained in Kabul.\nNobody slept that night at all.\nThe envoy will come on Tuesday.\nThe end."

    assert told(old, new) == [
        ("same", "It rained in Kabul.", "It rained in Kabul."),
        ("new", None, "Nobody slept that night at all."),
        ("changed", "The envoy will come on Monday.", "The envoy will come on Tuesday."),
        ("same", "The end.", "The end."),
    ]


def test_paragraph_that_left_is_gone_and_nothing_is_said_to_have_become_of_it():
    assert told("It rained.\nZzz qqq xxx.\nEnd.", "It rained.\nEnd.") == [
        ("same", "It rained.", "It rained."),
        ("gone", "Zzz qqq xxx.", None),
        ("same", "End.", "End."),
    ]


def test_reworded_phrase_is_read_as_one():
    pieces = word_changes("He said an 11-member team will go.", "He said a 12-member team will go.")

    assert [(piece.kind, piece.text) for piece in pieces] == [
        ("same", "He said "),
        ("gone", "an 11"),
        ("new", "a 12"),
        ("same", "-member team will go."),
    ]


def test_two_words_are_found_in_a_paragraph_too_long_to_compare_in_full():
    words = [f"word{number}" for number in range(20_000)]
    old, new = " ".join(words), " ".join([*words[:7000], "other", *words[7001:13_000], "again", *words[13_001:]])

    pieces = word_changes(old, new)

    assert [(piece.kind, piece.text) for piece in pieces if piece.kind != "same"] == [
        ("gone", "word7000"),
        ("new", "other"),
        ("gone", "word13000"),
        ("new", "again"),
    ]


def test_long_texts_without_anything_that_stands_once_count_as_replaced():
    old, new = "a b " * 5000 + "a", "b c " * 5000 + "c"

    pieces = word_changes(old, new)

    assert [piece.kind for piece in pieces] == ["gone", "new"]
