from datetime import date

import pytest

from claims.text.claiming.suggest import suggest_claims

DAY = date(2021, 11, 7)


def statements(text):
    return [one.statement for one in sorted(suggest_claims(text, published_on=DAY), key=lambda one: one.span)]


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("Muttaqi is likely to visit Islamabad.", "Muttaqi will visit Islamabad"),
        ("The envoy is also expected to see officials.", "The envoy will see officials"),
        ("West also plans to travel to Russia.", "West will travel to Russia"),
        ("Pakistan is not expected to sign.", "Pakistan will not sign"),
        ("Pakistan is unlikely to sign.", "Pakistan will not sign"),
        ("The Contact Group is to meet in Doha.", "The Contact Group will meet in Doha"),
        ("The talks might begin in Doha.", "The talks will begin in Doha"),
        ("US envoy to meet the Taliban in Pakistan", "US envoy will meet the Taliban in Pakistan"),
        ("A team is due to fly to Doha and to hold talks.", "A team will fly to Doha and hold talks"),
        ("Pakistan reportedly helped to broker talks.", "Pakistan helped to broker talks"),
        ("The government plans to build a dam.", "The government will build a dam"),
        ("Pakistan's plans to build a dam were dropped.", "Pakistan's plans to build a dam were dropped"),
        ("The plans to build a dam were dropped.", "The plans to build a dam were dropped"),
        ("However, India stayed away.", "India stayed away"),
        ("But that option is closing.", "That option is closing"),
    ],
)
def test_a_hedge_becomes_a_plain_statement(sentence, statement):
    assert statements(sentence) == [statement]


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("Atmar said he would address the group.", "Atmar will address the group"),
        ("The minister said the talks were expected within days.", "The talks will come within days"),
        ("Ned Price said they had planned to leave.", "They had planned to leave"),
        ("Sources said Muttaqi's visit to Islamabad was on the cards.", "Muttaqi will visit Islamabad"),
        ("Pakistan said that talks would go on if peace held.", "Talks would go on if peace held"),
    ],
)
def test_what_is_reported_is_put_back_into_its_own_tense(sentence, statement):
    assert statements(sentence) == [statement]


def test_a_visit_is_said_in_full_where_the_text_allows_it():
    text = "Amir Khan Muttaqi is expected to visit Islamabad. Sources said that the trip was on the cards."

    assert statements(text) == ["Amir Khan Muttaqi will visit Islamabad"] * 2


def test_a_visit_is_not_said_in_full_where_two_could_be_meant():
    text = (
        "Amir Khan Muttaqi is expected to visit Islamabad. Thomas West will visit Moscow. "
        "Sources said the trip was on the cards."
    )

    assert statements(text)[-1] == "The trip was on the cards"


def test_a_pronoun_is_named_where_it_is_plain():
    assert (
        statements("Thomas West met them in Doha. He will travel to India.")[-1] == "Thomas West will travel to India"
    )


def test_in_a_quotation_the_speaker_is_i_and_not_he():
    assert statements("“I will go to Doha,” Ned Price said.") == ["Ned Price will go to Doha"]
    assert statements("“He will go to Doha,” Ned Price said.") == ["He will go to Doha"]
    assert statements("“West is ready. He will go to Doha,” Ned Price said.")[-1] == "He will go to Doha"


@pytest.mark.parametrize("text", ["The talks ended in Doha. He will travel to India.", "He will travel to India."])
def test_a_pronoun_is_kept_where_it_is_not_plain(text):
    assert statements(text)[-1] == "He will travel to India"


def test_a_day_is_written_out():
    assert statements("West will leave Doha on Thursday.") == ["West will leave Doha on 11 November 2021"]


def test_a_subject_that_is_only_explained_stands_alone():
    assert statements("Afghanistan's foreign minister, Amir Khan Muttaqi, arrived.") == ["Amir Khan Muttaqi arrived"]


def test_what_ought_to_be_is_said_to_be_held():
    [statement] = statements("Jaishankar said that every side must reduce violence.")

    assert statement == "Jaishankar holds that every side must reduce violence"


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("Muttaqi is said to be in Doha.", "Muttaqi is in Doha"),
        ("Muttaqi is reported to have left Kabul.", "Muttaqi has left Kabul"),
        ("Muttaqi appears to have left Kabul.", "Muttaqi has left Kabul"),
        ("Their plan seems to be to wait.", "Their plan seems to be to wait"),
        ("The goal is to put troops there.", "The goal is to put troops there"),
        ("A way to win is to wait.", "A way to win is to wait"),
        ("What they owe him is to be honest.", "What they owe him is to be honest"),
        ("Her plans might well change.", "Her plans will change"),
        ("It is too soon to celebrate.", "It is too soon to celebrate"),
        ("West would not have gone.", "West would not have gone"),
        ("India may or may not sign.", "India may or may not sign"),
        ("Neither of them could be found in Kabul.", "Neither of them could be found in Kabul"),
        ("The envoy would not comment.", "The envoy would not comment"),
        ("The era might not be over, but it ends.", "The era might not be over, but it ends"),
        ("He was put in a chair so he would look up.", "He was put in a chair so he would look up"),
        ("They had all that they could need.", "They had all that they could need"),
        (
            "A firm has orders, with the watch expected to launch.",
            "A firm has orders, with the watch expected to launch",
        ),
        ("The court will hear it, and after that the rate would fall.", "The court will hear it"),
        ("They are ready to leave as soon as Thursday.", "They are ready to leave as soon as 11 November 2021"),
    ],
)
def test_what_is_not_foretold_of_the_subject_keeps_its_words(sentence, statement):
    assert statements(sentence)[0] == statement


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("“The talks will go on,” he said, “and on.”", "The talks will go on and on"),
        ("Qatar will host them.”", "Qatar will host them"),
        ("“Qatar will host them", "Qatar will host them"),
        ("``Qatar will host them.''", "Qatar will host them"),
        ("The minister said India “will not sign” it.", "India “will not sign” it"),
    ],
)
def test_no_mark_is_left_without_its_partner(sentence, statement):
    assert statements(sentence)[0] == statement


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("Apple announced its anticipated launch in India.", "Apple announced its anticipated launch in India"),
        ("The Kurds report receiving guns.", "The Kurds report receiving guns"),
        ("They convinced the government to keep the share.", "They convinced the government to keep the share"),
        ("A child they say has become a fighter died.", "A child they say has become a fighter died"),
        (
            "He won a prize for writing “The Social Network,” a film.",
            "He won a prize for writing “The Social Network,” a film",
        ),
    ],
)
def test_what_is_no_clause_is_no_claim_by_itself(sentence, statement):
    assert statements(sentence) == [statement]


def test_an_apposition_after_who_speaks_is_not_said():
    text = "“The crater had a depth of 5 meters,” said Humberto Saballos, a volcanologist who was on the committee."

    assert statements(text) == ["The crater had a depth of 5 meters"]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Petra Novak left. She told Dawn that he would not return.", "He will not return"),
        ("Petra Novak left. She told Dawn that she would not return.", "Petra Novak will not return"),
        ("Jan Sykora left the city. She will go to Doha on Friday.", "She will go to Doha on 12 November 2021"),
        ("Ned Price, the spokesman, met them. In Doha, he will see West.", "In Doha, Ned Price will see West"),
        ("Bilawal Bhutto-Zardari said his party would protest.", "Bilawal Bhutto-Zardari’s party will protest"),
        ("Compaq Computer Corp. said that its income rose 51%.", "Compaq Computer Corp.’s income rose 51%"),
        ("The Foreign Secretary, Sohail Mahmood, left. He will go to Doha.", "Sohail Mahmood will go to Doha"),
    ],
)
def test_a_pronoun_is_named_only_by_one_whom_it_can_mean(text, statement):
    assert statements(text)[-1] == statement


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("It’s unlikely that the nomination will go anywhere.", "The nomination will not go anywhere"),
        ("There is a chance that the talks could begin.", "The talks will begin"),
        ("Shaukat Tarin denied that the government would raise it.", "The government will not raise it"),
        ("Pakistan denied that troops crossed the river.", "Pakistan denies that troops crossed the river"),
        ("“I would vote for him,” Ned Price said.", "Ned Price would vote for him"),
        ("The officials said they could not say when.", "The officials could not say when"),
        ("“A big step,” he said. It holds enough water to run two mills.", "It holds enough water to run two mills"),
    ],
)
def test_a_statement_says_what_was_meant(sentence, statement):
    assert statements(sentence)[-1] == statement


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        (
            "Ethiopia has filled the dam, Seleshi Bekele said, a step that Egypt opposed.",
            "Ethiopia has filled the dam",
        ),
        ("He promised me that a draft would be ready.", "A draft will be ready"),
        ("He told lawyers for the bank that the fees would be seized.", "The fees will be seized"),
        ("Dawn reported that Mr Khan told Geo News that India would attend it.", "India will attend it"),
    ],
)
def test_what_stands_around_the_words_is_no_part_of_them(sentence, statement):
    assert statements(sentence) == [statement]


def test_a_clause_before_what_somebody_adds_is_a_claim_of_its_own():
    text = "The firm will lose its licence, and three engineers told Dawn that output fell."

    assert statements(text) == ["The firm will lose its licence", "Output fell"]


def test_a_day_that_tells_which_event_is_meant_stays_beside_it():
    text = "West will speak before the Thursday debate. On Thursday, West will speak."

    assert statements(text) == [
        "West will speak before the 11 November 2021 debate",
        "On 11 November 2021, West will speak",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "- West will leave Doha.",
        "• West will leave Doha.",
        "A: West will leave Doha.",
        "DOHA (AP) — West will leave Doha.",
    ],
)
def test_a_mark_before_a_sentence_is_no_part_of_it(text):
    assert statements(f"Envoys meet in Doha today.\n\n{text}")[-1] == "West will leave Doha"


@pytest.mark.parametrize(
    "sentence",
    [
        "Most plans run to 2030, with towns still offering no hint of how they might pay for the dams.",
        "As the mayor hints at what some of his plans might include, Ann Lee is leaving the council.",
        "While farmers may cheer the dam, what they get is a toll.",
        "The towns that would pay for the dam are poor.",
        "Ann Lee’s strategy tonight was to be a bully.",
        "Our job, whether we win or lose, is to build the dam.",
        "Part of the plan is to build a dam.",
        "In a head-to-head contest, Ann Lee would beat Jo Brand.",
        "Some 46 percent of voters would choose Ann Lee.",
        "In a poll of the valley, Ann Lee would win.",
    ],
)
def test_what_hangs_on_another_clause_or_question_is_not_foretold(sentence):
    assert statements(sentence) == [sentence.removesuffix(".")]


def test_what_a_poll_found_is_no_forecast_of_it():
    assert statements("A survey found that Ann Lee would defeat Jo Brand.") == ["Ann Lee would defeat Jo Brand"]


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("Ann Lee said that will change the whole valley.", "That will change the whole valley"),
        ("Ann Lee said that fact speaks volumes about them.", "That fact speaks volumes about them"),
        ("Ann Lee said that water is dear in the valley.", "Water is dear in the valley"),
        ("Nor would Ann Lee sign it.", "Ann Lee would not sign it"),
        ("Nor is it clear that the dam is safe.", "It is not clear that the dam is safe"),
        ("PORT OF LIMA BUYS RIVAL The sale is expected to be quick.", "The sale will be quick"),
        ("So far, the dam has cost two lives.", "So far, the dam has cost two lives"),
        ("Thus far, the dam has cost two lives.", "Thus far, the dam has cost two lives"),
        ("Ann Lee joins “Today” as a host.", "Ann Lee joins “Today” as a host"),
        ("They want a tomorrow where work is honoured.", "They want a tomorrow where work is honoured"),
    ],
)
def test_a_statement_says_whole_what_its_sentence_says(sentence, statement):
    assert statements(sentence) == [statement]


def test_and_that_begins_a_claim_of_its_own_with_its_subject():
    assert statements("The dam is old, and that will cost the town a fortune.") == [
        "The dam is old",
        "That will cost the town a fortune",
    ]


def test_an_aside_that_lost_its_end_goes_with_it():
    sentence = "The dam is expected to bring work - a reason so many here, which voted for it, don’t mind the noise."

    assert statements(sentence) == ["The dam will bring work"]
