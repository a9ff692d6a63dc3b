from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.forward import forward_looking


def cues(sentence):
    found = forward_looking(sentence)
    return [cue.of(sentence) for cue in found.cues] if found else []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Khalilzad is also expected to see officials.", ["is also expected to"]),
        ("The trip was on the cards.", ["on the cards"]),
        ("West also plans to travel to Russia.", ["plans to"]),
        ("He looked forward to receiving Atmar.", ["looked forward to"]),
        ("The dialogue is scheduled for Wednesday.", ["scheduled for"]),
        ("It will be finished by August 31.", ["will", "by August 31"]),
        ("a visit next week", ["next week"]),
        ("The upcoming visit matters.", ["upcoming"]),
        ("New US envoy for Afghanistan to meet the Taliban in Pakistan", ["to"]),
        ("MUTTAQI TO VISIT PAKISTAN", ["TO"]),
        ("That will, in turn, help.", ["will"]),
        ("Iran said it would review the letter.", ["would"]),
        ("He called on all sides to stop.", ["called on all sides to"]),
        ("Talks open on Monday in Doha.", ["open on Monday"]),
        ("She is leaving Kabul on Friday.", ["is leaving Kabul on Friday"]),
        ("Muttaqi likely to visit Pakistan", ["likely to"]),
        ("They reached an agreement to withdraw.", ["agreement to"]),
        ("The sale is subject to regulatory approval.", ["subject to regulatory approval"]),
        ("He spoke ahead of the summit.", ["ahead of"]),
        ("He spoke ahead of Monday’s vote.", ["ahead of"]),
        ("They hope we can meet.", ["hope"]),
        ("He risks losing his seat.", ["risks"]),
        ("Kabul vows revenge.", ["vows"]),
        ("The visit is planned.", ["is planned"]),
        ("If it fails, they stay.", ["If"]),
        ("He said it would have to leave.", ["would"]),
        ("In the weeks to come they meet.", ["weeks to come"]),
        ("They must leave.", ["must"]),
        ("The board is weighing a bid.", ["weighing"]),
        ("He is in talks to buy it.", ["in talks to"]),
        ("The dividend is payable Dec. 15.", ["payable Dec. 15"]),
        ("The shuttle lifts off Thursday.", ["lifts off Thursday"]),
        ("They set a date for the vote.", ["set a date for"]),
        ("He isn’t going to leave.", ["isn’t going to"]),
        ("The envoy is heading to Doha.", ["is heading to"]),
        ("Pakistan mulls recognition of the Taliban.", ["mulls"]),
        ("The EU eyes new sanctions.", ["eyes"]),
        ("He faces up to ten years in prison.", ["faces up to"]),
        ("A showdown looms.", ["looms"]),
        ("She is up for re-election.", ["up for re-election"]),
        ("Growth is forecast to slow.", ["is forecast to"]),
        ("They demanded that he resign.", ["demanded that"]),
        ("They are close to a deal.", ["are close to a"]),
        ("They have a chance to win.", ["have a chance to"]),
        ("Voters head to the polls on Sunday.", ["head to the polls on Sunday"]),
        ("He leaves a week from now.", ["from now"]),
        ("In the coming year prices rise.", ["In the coming year"]),
        ("More layoffs are likely.", ["are likely"]),
    ],
)
def test_words_that_look_ahead_are_found(sentence, words):
    assert cues(sentence) == words


@pytest.mark.parametrize(
    "sentence",
    [
        "Who would sit across from them is not clear.",
        "It is not clear who would attend.",
        "Pakistan will one of the few countries.",
        "He would often come to Kabul.",
        "If he had come, talks would start.",
        "By Friday they had left.",
        "He came to Islamabad to meet Muttaqi.",
        "They went to Doha.",
        "They arrived at will.",
        "Those plates may have come from a shop.",
        "Aid was given soon after the war.",
        "It was to have opened in June.",
        "He never asked anybody to lie.",
        "He could not be reached for comment.",
        "In May the talks failed.",
        "The embargo is meant to hurt Iraq.",
        "The kidnappers kept their promise to kill him.",
        "I want to be absolutely clear.",
        "Police are investigating Friday’s blast.",
        "He was leaving Kabul on Friday.",
        "He was the first politician to be received.",
        "The company said it would not comment.",
        "Mr Khan wouldn’t elaborate.",
        "They could hear shots.",
        "The firm had planned to sell.",
        "Women are more likely to vote than men.",
        "He was supposed to be in school.",
        "The role of the army was to protect the border.",
        "By 1990 the firm had 300 workers.",
        "We’ll be back after this.",
        "They decided if they get in.",
        "He didn’t want to talk.",
        "It was a threat to workers.",
        "He spoke of their commitment to neutrality.",
        "More than a thousand votes cast in March were his.",
        "Within hours, he was back.",
        "Seventy people would come to each event.",
        "As soon as he arrived, they left.",
        "She spoke to the Planned Parenthood group.",
        "People familiar with the talks, who asked not to be named, compared notes.",
    ],
)
def test_what_is_asked_or_told_of_the_past_does_not_look_ahead(sentence):
    assert cues(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "certainty"),
    [
        ("Muttaqi will visit Islamabad.", "certain"),
        ("Muttaqi is likely to visit Islamabad.", "probable"),
        ("Muttaqi will probably visit Islamabad.", "probable"),
        ("Muttaqi may visit Islamabad.", "possible"),
        ("Muttaqi hopes to visit Islamabad.", "possible"),
        ("There are fears that the Taliban will take power.", "possible"),
        ("It is unclear whether Muttaqi will visit.", "uncommitted"),
        ("He urged Muttaqi to visit.", "uncommitted"),
        ("Will Muttaqi visit?", "uncommitted"),
        ("Muttaqi should visit.", "uncommitted"),
    ],
)
def test_a_sentence_is_as_sure_as_its_words(sentence, certainty):
    assert forward_looking(sentence).certainty == certainty


@pytest.mark.parametrize(
    ("sentence", "polarity"),
    [
        ("Muttaqi will visit Islamabad.", "positive"),
        ("Muttaqi will not visit Islamabad.", "negative"),
        ("Muttaqi won’t visit Islamabad.", "negative"),
        ("Muttaqi is unlikely to visit Islamabad.", "negative"),
        ("Muttaqi has no plans to visit Islamabad.", "negative"),
        ("Muttaqi never will visit Islamabad.", "negative"),
    ],
)
def test_a_sentence_affirms_or_denies(sentence, polarity):
    assert forward_looking(sentence).polarity == polarity


def test_reasons_name_the_words():
    assert forward_looking("He is expected  to come next week.").reasons == (
        "expected: is expected to",
        "time: next week",
    )


@given(st.text(alphabet="will not be expected to visit next week “by May” if would,.'’\n", max_size=200))
def test_cues_are_in_order_and_disjoint(sentence):
    found = forward_looking(sentence)
    spans = found.cues if found else ()

    assert all(one.end <= other.start for one, other in pairwise(spans))
