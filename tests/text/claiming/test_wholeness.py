from datetime import date

import pytest

from claims.text.claiming.suggest import suggest_claims
from claims.text.claiming.wholeness import why_no_sentence

DAY = date(2021, 11, 7)
NO_SUBJECT = "no subject says whom or what it is about"
NO_VERB = "no verb says what happens"
HANGS = "it hangs on a sentence that is not there"
CUT_OFF = "its end is cut off"
ASKS = "it asks somebody to do something"
ONLY_SPEAKS = "it tells that somebody spoke, not what was said"


def suggest(text):
    return suggest_claims(text, published_on=DAY)


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("Repeatedly pledged to close the harbour", NO_SUBJECT),
        ("Courted by both banks and widely tipped to win", NO_SUBJECT),
        ("Is working with the port on a new quay", NO_SUBJECT),
        ("Would be helpful in avoiding doubt", NO_SUBJECT),
        ("Will set up the stakes for the next round", NO_SUBJECT),
        ("Asked whether the mill is safe", NO_SUBJECT),
        ("Will effectively end the strike", NO_SUBJECT),
        ("Lacks even the money for coal", NO_SUBJECT),
        ("Ran a firm that sold coal", NO_SUBJECT),
        ("Openly lie that the mill is safe", NO_SUBJECT),
        ("Filed for six patents, made millions while others lost all", NO_SUBJECT),
        ("“defend the river” before leaving the hall", NO_SUBJECT),
        ("Speaking to pupils at a school in Porto", NO_SUBJECT),
        ("A tinge of regret about the mill", NO_VERB),
        ("Destruction of 34,000 letters", NO_VERB),
        ("Farmers after the storm of the century", NO_VERB),
        ("A shop in the old town, which sells coal", NO_VERB),
        ("The bill backed by both houses", NO_VERB),
        ("New rules that will end the strike", NO_VERB),
        ("The belief that there will be rain", NO_VERB),
        ("Because the dam will hold", HANGS),
        ("Nor would the bank sign it", HANGS),
        ("Such as the mills of the north", HANGS),
        ("He pledged to ban all cars — from", CUT_OFF),
        ("The mayor will open the", CUT_OFF),
        ("Let’s look at the harvest", ASKS),
        ("Imagine a town where nobody works", ASKS),
        ("Support Ann Lee, who will lead the opposition", ASKS),
        ("Follow Ann Lee on Mastodon", ASKS),
        ("Look at the records", ASKS),
        ("Ann Lee told reporters during a call on Friday", ONLY_SPEAKS),
        ("Ann Lee wrote on Facebook on Monday", ONLY_SPEAKS),
        ("Ann Lee said of the mill in May, when it closed", ONLY_SPEAKS),
    ],
)
def test_what_is_no_whole_sentence_is_told_with_the_reason(statement, reason):
    assert why_no_sentence(statement) == reason


@pytest.mark.parametrize(
    "statement",
    [
        "The mayor will open the harbour",
        "Will Carter left the party",
        "Will wrote the book",
        "Sometimes the mill stands still",
        "The belief that it will rain has grown",
        "Some of those who gave that day seemed to know little",
        "Each acted alone",
        "Were he to win, they would go",
        "Had the bank paid, the mill would have opened",
        "Asked about the mill, Ann Lee said that it was late",
        "Courted by both banks, Ann Lee chose neither",
        "Registered voters are older than others",
        "Recently released figures show a fall",
        "Closing the mill is a mistake",
        "To close the mill was a mistake",
        "Farmers usually resist such rules",
        "Similar mills sell for two million",
        "That changes on Monday",
        "The mill on 3 May 2021 closed its gates",
        "Peru responded by closing the border",
        "The bank’s going to pay",
        "Because the dam will hold, nobody leaves",
        "Because they are old does not mean they are weak",
        "Support for the mill has grown",
        "Look Back, a film, opens on Friday",
        "Ann Lee told reporters that the mill was late",
        "Ann Lee said on Monday the mill would close",
        "The work will be continued by the town",
        "Their losses are unheard of",
        "The mill is what the town voted for",
        "They hate each other",
        "The workers moved on",
        "Mill Shuts As Town Protests",
    ],
)
def test_a_whole_sentence_is_taken_for_one(statement):
    assert why_no_sentence(statement) == ""


def test_what_is_no_whole_sentence_is_kept_and_ranked_below_what_is():
    found = suggest("Rain fell on the town. Repeatedly pledged to close the harbour by 12 December. Hello, all.")

    assert [one.statement for one in found] == [
        "Rain fell on the town",
        "Repeatedly pledged to close the harbour by 12 December",
        "Hello, all",
    ]
    assert found[1].reasons[-1] == f"no whole sentence: {NO_SUBJECT}"


@pytest.mark.parametrize(
    "note",
    [
        "Editor’s note: Ann Lee owns a part of this paper.",
        "The Latest on the floods in the Po valley",
        "Follow the author on Twitter @annlee_po and on Facebook.",
        "This story has been updated with the mayor’s answer.",
        "For more news from the valley, sign up for the letter of this paper.",
        "Jo Brand contributed to this report.",
    ],
)
def test_what_a_paper_says_of_itself_is_ranked_last(note):
    found = suggest(f"West left Doha.\n\n{note}")

    assert (found[-1].quote, found[-1].score < 0.09) == (note, True)
