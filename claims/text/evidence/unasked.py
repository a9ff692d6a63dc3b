"""What is proposed of a passage that nobody asked about.

Of two texts that somebody puts side by side one asks what this says of that. Of all the sentences of all articles,
most that share something with a claim are of another story of the same people. Such a passage has to tell the claim's
story itself: of whom, what, and when. Otherwise a person is told that the two are of one topic, and no more.
"""

from datetime import date, timedelta

from claims.text.attribution.quotations import find_quotations
from claims.text.evidence import cues
from claims.text.evidence.bearing import borne, held_in
from claims.text.evidence.chance import named_in, stems_of
from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.dates import Days
from claims.text.evidence.proposal import CHECK, Proposal, context
from claims.text.evidence.rarity import Rarity
from claims.text.evidence.reading import Reading
from claims.text.evidence.same_event import ASPECTS, same_event
from claims.text.evidence.same_statement import core_of
from claims.text.evidence.stance import propose_stance
from claims.text.evidence.terms import terms

OTHER_STORY = f"{CHECK}: of one topic, perhaps of two events"
# So much of the claim's rare words must stand in the passage, and so much of what is no name. Judged by hand: of 140
# passages of other articles that were said to bear out a claim, 69 did; of the 45 that hold this much, 39 did, and of
# 53 that were looked at afterwards, 40.
_TOLD, _DONE = 0.55, 0.5
# As rare together as two words that no text holds: of all pairs of sentences of a desk, however many it holds, about
# one shares so much by chance. Nearly all of a claim tells which it is in common words too, where both are of one
# known kind of event, or near in meaning. Of 156 passages of a desk on one matter that were said to support a claim,
# readers who knew no rule found 71 right; of the 77 that are left, 55.
_RARE_TOGETHER, _NEARLY_ALL, _NEAR = 2.0, 0.8, 0.75
# So many of the words that they share.
_MOSTLY = 0.5
# One word is no story: "more to come".
_FEWEST_WORDS = 2
# Who says that it is not so need not say again what, if it stands around or where the article opens.
_DENIED, _DENIED_AROUND = 0.35, 0.5
# For how long after it is made a claim may be meant, and how old what it tells may be, where neither text says.
_USUAL_WAIT = timedelta(days=30)


def propose_unasked(
    claim: AskedClaim, passage: Reading, rarity: Rarity, similarity: float | None = None, *, barred: str = ""
) -> Proposal:
    """Return what `propose_stance` does, but context where the passage may be of another story of the same topic.

    >>> claim = AskedClaim.of("The minister Muttaqi will visit Islamabad for talks on trade and transit")
    >>> propose_unasked(claim, Reading("Muttaqi arrived in Islamabad."), Rarity(100)).reasons[0]
    'check these two: of one topic, perhaps of two events: tells 43% of what the claim says'
    """
    found = propose_stance(claim, passage, rarity, similarity, barred=barred)
    if found.stance == "context":
        return found
    doubt = _doubt(claim, passage, rarity, found, similarity)
    return context(f"{OTHER_STORY}: {doubt}", *found.reasons) if doubt else found


def _doubt(claim: AskedClaim, passage: Reading, rarity: Rarity, found: Proposal, similarity: float | None) -> str:
    doubt = ""
    if found.stance == "supports":
        doubt = _told_by_chance(claim, passage, rarity, similarity) or _quoted(claim, passage, found)
    if (found.stance, found.basis) == ("supports", "expectation"):
        return doubt
    return doubt or _too_little_told(claim, passage, rarity, found) or _at_another_time(claim, passage)


def _told_by_chance(claim: AskedClaim, passage: Reading, rarity: Rarity, similarity: float | None) -> str:
    """Why among so many passages some had to share so much with the claim, of whatever story."""
    known = {term for term in core_of(claim.reading.text).stems if rarity.knows(term)}
    here = borne(known, claim.reading, passage) | named_in(passage, claim.reading, known)
    same_kind = claim.reading.families & passage.families or (similarity or 0.0) >= _NEAR
    if rarity.surprise(here) >= _RARE_TOGETHER or (same_kind and _share(here, known, rarity) >= _NEARLY_ALL):
        return ""
    return "the words that they share stand in many articles"


def _quoted(claim: AskedClaim, passage: Reading, found: Proposal) -> str:
    """Why the passage may repeat no more than an opinion; who speaks of an event or of plans can know of them."""
    if found.basis != "outcome" or claim.reading.families & passage.families:
        return ""
    quoted = {term for one in find_quotations(passage.text) for term in terms(one.of(passage.text))}
    shared = core_of(claim.reading.text).stems.intersection(passage.terms)
    return "said by whom it quotes" if len(shared & quoted) > _MOSTLY * len(shared) else ""


def _too_little_told(claim: AskedClaim, passage: Reading, rarity: Rarity, found: Proposal) -> str:
    """Why the passage may tell something else of the same people; days are compared by themselves."""
    core, denies = core_of(claim.reading.text), found.stance == "refutes"
    if core.denies and not denies and not _denies_itself(passage):
        return "its article denies it, and not these words"
    known = {term for term in core.stems if rarity.knows(term)} - _of_days(claim.reading)
    here = borne(known, claim.reading, passage) | named_in(passage, claim.reading, known)
    around = here | held_in(known, frozenset(terms(passage.setting)))
    told, told_around = (_share(one, known, rarity) for one in (here, around))
    if len(here) < _FEWEST_WORDS:
        return "shares one word at most"
    if told < _TOLD and not (denies and told >= _DENIED and told_around >= _DENIED_AROUND):
        return f"tells {told:.0%} of what the claim says"
    # A heading in capitals tells no names.
    done = set() if core.in_title_case else known - stems_of(claim.reading.names)
    if (denies and not _only_begins(claim, passage, rarity)) or _share(here & done, done, rarity) >= _DONE:
        return ""
    return "tells too little of what was done"


def _denies_itself(passage: Reading) -> bool:
    """Whether it says "not", or belongs to an opening that calls the story false."""
    cues_asked = (cues.NEGATIVE, cues.BARE_NOT, cues.DENIED, cues.TOLD_FALSE, cues.CALLED_OFF, cues.STAYED)
    return passage.text in passage.opening.sentences or any(cue.search(passage.text) for cue in cues_asked)


def _only_begins(claim: AskedClaim, passage: Reading, rarity: Rarity) -> bool:
    """Whether all that the two share of events is that something begins or ends, whatever that be."""
    events = same_event(claim, passage, rarity).occurrences
    return bool(events) and all(one.event.family in ASPECTS for one in events)


def _share(told: set[str], known: set[str], rarity: Rarity) -> float:
    whole = rarity.total(known)
    return rarity.total(told) / whole if whole else 1.0


def _of_days(claim: Reading) -> set[str]:
    return {term for one in claim.days for term in terms(one.text)}


def _at_another_time(claim: AskedClaim, passage: Reading) -> str:
    """Why the passage tells of another time: published weeks from when the claim's event is meant to be."""
    told, meant = passage.published_on, _meant(claim)
    if told is None or not meant:
        return ""
    if any(one.meets(other) for one in _near_days(claim.reading) for other in _near_days(passage)):
        return ""
    return "" if Days(told, told).meets(meant) else "published more than 30 days from it, and names no day of it"


def _near_days(reading: Reading) -> list[Days]:
    """The days that it names, where they are not so many that anything may have happened in them."""
    found = (one.days for one in reading.days)
    return [one for one in found if one.first and one.last and one.last - one.first <= _USUAL_WAIT]


def _meant(claim: AskedClaim) -> Days:
    """When a report of what the claim says is to be awaited; no days where that is not known."""
    made = claim.reading.published_on
    first, last = claim.window.first or made, claim.window.last or claim.window.first or made
    return Days(_moved(first, -_USUAL_WAIT), _moved(last, _USUAL_WAIT))


def _moved(day: date | None, by: timedelta) -> date | None:
    """`day` moved, as far as the calendar goes."""
    return day and date.fromordinal(min(max(day.toordinal() + by.days, 1), date.max.toordinal()))
