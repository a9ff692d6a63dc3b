"""What people were asked in a poll: what they "would" do hangs on the question, and foretells nothing."""

import re

_ASKED = re.compile(
    r"\b(?:polls?|surveys?|respondents|match-?\s?ups?|hypothetical(?:ly)?|head-to-head|(?:two|three|four)-(?:way|person))\b"
    r"|(?:%|\bper\s?cent|\bpoints|\bvoters|\bmajority)\b[^,;]{0,60}\bwould\s(?:not\s)?"
    r"(?:vote|choose|back|support|pick|elect|prefer|consider|favou?r|oppose)\b"
    r"|\bwould\s(?:win|beat|defeat|lead|receive)\b[^;]{0,60}\d\s?(?:%|per\s?cent|points)",
    re.IGNORECASE,
)
_SPEAKER = re.compile(
    r"\b(?:polls?|polling|pollsters?|surveys?|respondents|per\s?cent|(?:one|two|three|four|six|seven|eight|nine)\sin\s\w+"
    r"|(?:two|three)-(?:thirds|quarters|fourths))\b|\d\s?%",
    re.IGNORECASE,
)


def tells_of_a_poll(words: str) -> bool:
    """Whether `words` tell what people say that they would do, or how a contest would end.

    >>> tells_of_a_poll("40 percent would vote for Ann Lee"), tells_of_a_poll("Ann Lee would go to Lima")
    (True, False)
    """
    return _ASKED.search(words) is not None


def is_poll(source: str) -> bool:
    """Whether who says it, by the words `source`, is a poll or those who were asked in one.

    >>> is_poll("a survey of the valley"), is_poll("two in three"), is_poll("the mayor")
    (True, True, False)
    """
    return _SPEAKER.search(source) is not None
