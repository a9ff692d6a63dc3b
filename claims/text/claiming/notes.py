"""Sentences in which a paper speaks to its readers or of itself, and claims nothing of the world."""

import re

_GREETING = re.compile(
    r"\A[“\"'‘]?(?:hello|hi|hey|good (?:morning|afternoon|evening|day)|welcome|dear|thanks?|thank you|congratulations"
    r"|goodbye|happy|sorry|please|read (?:more|also)|also read|click|subscribe|follow us|share this|advertisement)\b",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"\A[\[(]?(?:(?:video|photo|image|picture|watch|pictured|file)(?:\scaption|\scredit|\ssource)?\s?:|[LR]\)\s|copyright\s"
    r"|(?:additional\s|writing\s)?reporting by\s|(?:edited|compiled|written|editing|writing) by\s|with inputs? from\s"
    r"|published in\s|the (?:writer|author) is\s|the views expressed\s|[A-Z]{2,6}\)\Z|\d{1,3}\]\s|<\w"
    r"|editor[’']s note\b|the latest on\s|correction\s?:|related\s?:|paid notice\b"
    r"|(?:story|photographs?|photos?|video) by\s|(?:partial |full |rush )?transcript\s(?:as|below|follows|via)\b"
    r"|because of an editing error\b"
    r"|for (?:more|the full|the latest)\s[^.;]{2,80}\b(?:check out|visit|click|go to|sign up|subscribe|tune in)\b"
    r"|(?:an? (?:earlier|previous) version of )?th(?:is|e)\s(?:story|article|post|column|report)\s"
    r"(?:was|has been|will be|is being)\s(?:\w+\s)?(?:updated|corrected|edited|adapted)\b)",
    re.IGNORECASE,
)
_NOTE_WITHIN = re.compile(
    r"\bon twitter\b.{0,40}@\w|\bcontributed to this (?:report|story|article)\b|</?[a-z]{1,10}/?>"
    r"|\bpic\.twitter\.com\b|\bairs\s(?:live\s)?(?:weekdays|weeknights|on Sirius)",
    re.IGNORECASE,
)


def greets(words: str) -> bool:
    """Whether `words` greet a hearer or call on a reader.

    >>> greets("Welcome to our page"), greets("The page is welcome")
    (True, False)
    """
    return _GREETING.match(words) is not None


def is_note(words: str) -> bool:
    """Whether `words` are a note to a picture, on who wrote, or on the text itself.

    >>> is_note("Editor’s note: it is late"), is_note("The editor’s note came late")
    (True, False)
    """
    return _NOTE.match(words) is not None or _NOTE_WITHIN.search(words) is not None
