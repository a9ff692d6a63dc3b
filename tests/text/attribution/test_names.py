from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.attribution.names import capitalised_names, same_person

ONE_PERSON = [
    ("Muttaqi", "Amir Khan Muttaqi"),
    ("Shah Mehmood Qureshi", "Shah Mahmood Qureshi"),
    ("Mr. Qureshi", "FM Shah Mahmood Qureshi"),
    ("Haneef Atmar", "Mohammad Hanif Atmar"),
    ("S Jaishankar", "Subrahmanyam Jaishankar"),
    ("Lt Gen Faiz Hameed", "Faiz Hamid"),
    ("Abdullah Abdullah", "Abdullah Abdullah"),
    ("Xi", "Xi Jinping"),
]
TWO_PEOPLE = [
    ("Khan", "Imran Khan"),
    ("Khan", "Khan"),
    ("Amir Khan", "Imran Khan"),
    ("Mansoor Ahmad Khan", "Ahmad Khan"),
    ("Muhammad Khan", "Mohammad Khan"),
    ("Muttaqi", "Mottaki"),
    ("Bill Clinton", "Hillary Clinton"),
    ("Mrs Clinton", "Mr Clinton"),
    ("Donald Trump", "Donald Trump Jr."),
    ("Imran", "Imran Khan"),
    ("", "Muttaqi"),
]


@pytest.mark.parametrize(("a", "b"), ONE_PERSON)
def test_variants_of_a_name_are_one_person(a, b):
    assert same_person(a, b)
    assert same_person(b, a)


@pytest.mark.parametrize(("a", "b"), TWO_PEOPLE)
def test_names_that_only_look_alike_are_not(a, b):
    assert not same_person(a, b)
    assert not same_person(b, a)


@given(st.text(), st.text())
def test_the_order_of_two_names_does_not_matter(a, b):
    assert same_person(a, b) == same_person(b, a)


def test_names_are_found_without_titles_and_owners():
    text = "Qureshi met the ISI chief, Lt Gen Faiz Hameed, and India's Ajit Doval of the State Department."

    names = [name.of(text) for name in capitalised_names(text)]

    assert names == ["Qureshi", "ISI", "Faiz Hameed", "India", "Ajit Doval", "State Department"]


@pytest.mark.parametrize("word", ["I’ve", "We're", "They’ll", "Don’t", "Isn't", "It's"])
def test_short_forms_that_begin_a_sentence_are_no_names(word):
    text = f"{word} Muttaqi in Kabul."

    assert [name.of(text) for name in capitalised_names(text)] == ["Muttaqi", "Kabul"]


@given(st.text())
def test_names_are_ordered_disjoint_and_begin_with_a_letter(text):
    names = capitalised_names(text)

    assert all(one.end <= other.start for one, other in pairwise(names))
    assert all(name.of(text)[0].isalpha() for name in names)
