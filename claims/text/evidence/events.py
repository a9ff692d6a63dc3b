"""What a text says is done, by families of words: a trip is a visit, and who arrives pays one."""

import re
from dataclasses import dataclass

from claims.text.evidence.places import place_of
from claims.text.spans import Span

# family = words that leave open whether it happened | words that tell that it did. "_" is a space.
_FAMILIES = """
visit = visit visits visiting trip trips tour arrive arriving arrival travel travels travelling traveling land
fly flying flight come coming go going head heading journey | visited arrived arrives travelled traveled toured
came went flew landed headed

meeting = meet meeting meetings talks attend attending attendance participate participating participation
dialogue conference summit session take_part taking_part part_of join joining represent representing address
addressing host hosting see hold_talks | met meets attended attends participated took_part takes_part joined
represented addressed hosted held_talks holds_talks represents briefed saw opened_talks

withdrawal = withdraw withdraws withdrawing withdrawal withdrawals pull_out pullout pulling_out drawdown
draw_down exit evacuate evacuation evacuating leave leaving | withdrew withdrawn pulled_out exited evacuated
left

signing = sign signs signing deal agreement accord treaty pact | signed sealed

killing = kill kills killing die dies dying death deaths dead execute execution behead beheading shoot shooting
murder | killed died executed beheaded shot murdered assassinated

arrest = arrest arrests arresting detain detaining detention capture custody jail | arrested detained captured
jailed imprisoned detains captures

release = release releases releasing free freeing | released freed

attack = attack attacks attacking strike strikes striking bomb bombing raid invade invasion | attacked struck
bombed raided invaded

election = elect election elections vote voting | elected voted won

resignation = resign resigns resigning resignation step_down stepping_down quit | resigned stepped_down quits

recognition = recognise recognize recognising recognizing recognition | recognised recognized

opening = open opens opening reopen reopening resume resuming launch launches launching begin beginning start
starting | opened launched began started reopened resumed

ending = end ending complete completion finish finishing conclude | ended ends completes completed finished
concluded done

seizure = seize seizing take_over takeover capture fall | seized took_over fell captures

invitation = invite inviting invitation | invited invites
"""
# Used of too much else: these count only where a place follows.
_WEAK = frozenset(
    """
    come coming go going head heading land fly flying flight came went flew landed headed left leave leaving
    """.split()
)
_WORDS_TO_A_PLACE = 5
# Whom one sees is named, or a pronoun; who joins or represents somebody does so at a meeting that is named as one.
_SEEING = frozenset(["see", "saw"])
_SOMEBODY = re.compile(r"\s(?:him|her|them|(?:(?!I\b)[\w’'-]{1,20}\s){0,2}[A-Z](?!\b)[\w’'.-]{0,30})\b")
_TAKING_PART = frozenset("join joining joined represent representing represented represents".split())
_MEETING = re.compile(
    r"[^.;]{1,100}?\b(?:(?i:meetings?|talks|dialogues?|conferences?|summits?|sessions?|consultations?|negotiations?|"
    r"forum|format|delegations?|assembly)\b|at\s(?:the\s)?[A-Z])"
)
# "The PGA Tour" is a body that travels nowhere, and the "Disney Land" no arrival.
_IN_NAMES = frozenset(["Tour", "Land", "Flight"])
_IN_A_NAME = re.compile(r"\b[A-Z][\w’'-]{0,20} \Z")
_LONGEST_NAME = 24
# Before a word that tells what is done by its form alone: "will be signed", "to have signed", "is being released",
# "fears being arrested", "wants him arrested", "if elected" tell of nothing done.
_NOT_DONE = re.compile(
    r"(?:(?:\b(?:will|would|shall|should|may|might|could|can|cannot|must|to)|[’']ll|\bwo|n[’']t)(?:\s{1,3}(?:not|also|soon|then|only|even|\w{2,20}ly)){0,2}"
    r"\s{1,3}(?:be|have|get)(?:\s{1,3}been)?(?:\s{1,3}\w{2,20}ly)?"
    r"|\b(?:is|are|was|were|fear\w{0,3}|avoid\w{0,3}|risk\w{0,3}|face[sd]?|from|without|of|about|before|[’']s)\s{1,3}being(?:\s{1,3}\w{2,20}ly)?"
    r"|\bwant(?:s|ed|ing)?(?:\s{1,3}[\w’'-]{1,20}){1,4}"
    r"|\b(?:if|unless|until|once)|\b(?:if|unless|until|once|whether)(?:\s{1,3}[\w’'-]{1,20}){1,4}\s{1,3}(?:is|are|gets?|be))\s{1,3}\Z",
    re.IGNORECASE,
)
_BEFORE = 80


@dataclass(frozen=True, slots=True)
class Event:
    """A word for an event: its family, where it stands, and whether it tells by itself that the event happened."""

    family: str
    word: str
    span: Span
    happened: bool


def _read_families() -> dict[str, tuple[str, bool]]:
    found: dict[str, tuple[str, bool]] = {}
    for paragraph in _FAMILIES.strip().split("\n\n"):
        family, words = paragraph.split(" = ")
        for happened, part in enumerate(words.split("|")):
            found |= {word.replace("_", " "): (family, bool(happened)) for word in part.split()}
    return found


_EVENTS = _read_families()
_LONGEST_FIRST = sorted((word.replace(" ", r"\s") for word in _EVENTS), key=len, reverse=True)
# "Won't" is no victory.
_EVENT = re.compile(rf"\b(?:{'|'.join(_LONGEST_FIRST)})\b(?![’']t\b)", re.IGNORECASE)
_NEXT_WORDS = re.compile(r"[\w’'-]{1,40}")


def events_in(text: str) -> list[Event]:
    """Return the words for events in `text`, in order.

    >>> [(event.family, event.happened) for event in events_in("He arrived, and will hold talks.")]
    [('visit', True), ('meeting', False)]
    >>> [event.happened for event in events_in("It was signed. It will be signed. It is to be signed.")]
    [True, False, False]
    >>> events_in("He won't go. It represents a new role for her. They see prices rise.")
    []
    >>> [event.word for event in events_in("He represented Iran at the talks, and saw her.")]
    ['represented', 'talks', 'saw']
    """
    return [_event(found) for found in _EVENT.finditer(text) if _counts(found, text)]


def _event(found: re.Match[str]) -> Event:
    word = " ".join(found[0].casefold().split())
    family, happened = _EVENTS[word]
    return Event(family, found[0], Span(*found.span()), happened and not is_not_done(found.string, found.start()))


def is_not_done(text: str, start: int) -> bool:
    """Whether the verb at `start`, in a form that can tell the past, is still to come, feared, wanted or under way.

    >>> is_not_done("It will be signed.", 11), is_not_done("It was signed.", 7)
    (True, False)
    """
    return _NOT_DONE.search(text, max(start - _BEFORE, 0), start) is not None


def _counts(found: re.Match[str], text: str) -> bool:
    if found[0] in _IN_NAMES and _IN_A_NAME.search(text, max(found.start() - _LONGEST_NAME, 0), found.start()):
        return False
    word = found[0].casefold()
    if word in _SEEING:
        return _SOMEBODY.match(text, found.end()) is not None
    if word in _TAKING_PART:
        return _MEETING.match(text, found.end()) is not None
    if word not in _WEAK:
        return True
    following = _NEXT_WORDS.findall(text[found.end() : found.end() + 120])[:_WORDS_TO_A_PLACE]
    return any(word[:1].isupper() and place_of(word) for word in following)
