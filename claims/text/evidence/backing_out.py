"""Who was to do something and backs out of it: "pulled out of the talks", "turned down the invitation".

Only what is told as done or decided counts, of whom the claim is about, and of what the claim says: who may pull out,
or did not, or pulled out of something else, has not.
"""

import re

from claims.text.evidence import cues
from claims.text.evidence.barriers import no_expectation
from claims.text.evidence.bearing import held_in
from claims.text.evidence.claim import AskedClaim
from claims.text.evidence.debunking import is_of_words
from claims.text.evidence.occurrence import Occurrence, subject_of
from claims.text.evidence.proposal import CHECK
from claims.text.evidence.reading import Reading
from claims.text.evidence.terms import terms
from claims.text.spans import Span

_OFFER = r"(?:invitations?|invites?|offers?|requests?|roles?|parts?|chance|job|post|seat|bid)"
_LEAVES = (
    r"(?:withdraw|pull\s{1,3}out|drop\s{1,3}out|back\s{1,3}out|bow\s{1,3}out|opt\s{1,3}out|quit|exit|step\s{1,3}(?:down|aside|back)|"
    r"part\s{1,3}ways|pass\s{1,3}on|walk\s{1,3}away|stay\s{1,3}away|turn\s{1,3}down|decline|skip|boycott)"
)
_BACKED_OUT = re.compile(
    r"\b(?:(?:pull(?:s|ed)|drop(?:s|ped)|back(?:s|ed)|bow(?:s|ed)|opt(?:s|ed)|duck(?:s|ed))\s{1,3}(?:\w{2,20}\s{1,3})?out\b"
    r"|withdr(?:ew|awn|aws)\b|dropped\s{1,3}from\b|part(?:s|ed)\s{1,3}ways\b|walk(?:s|ed)\s{1,3}(?:away|out)\b|exit(?:s|ed)\b|quits?\b"
    r"|left\s{1,3}(?:the|his|her|their)\s{1,3}(?:\w{2,20}\s{1,3})?(?:project|race|team|talks|film|show|deal|coalition|job)\b"
    r"|stepp?(?:s|ed)\s{1,3}(?:down|aside|back)\b|turn(?:s|ed)\s{1,3}down\b|pass(?:es|ed)\s{1,3}on\b|ruled\s{1,3}out\s{1,3}of\b"
    rf"|(?:decline|reject|refuse|snub|spurn)(?:s|d|ed|bed)?\s{{1,3}}(?:[\w’'-]{{1,20}}\s{{1,3}}){{0,3}}{_OFFER}\b"
    r"|(?:drop|abandon|shelve|scrap|ditch|cancel|suspend|halt|pause)(?:s|d|ed|ped|led)?\s{1,3}(?:(?:an?|the|its|his|her|their|all)\s{1,3})?"
    r"(?:\w{2,20}\s{1,3})?plans?\b"
    rf"|(?:(?:decided|agreed|chose|chosen|opted|announced|plans?|intends?|going|is|are|set)\s{{1,3}}(?:\w{{2,20}}\s{{1,3}})?to|will)"
    rf"\s{{1,3}}{_LEAVES}\b"
    r"|(?:will|would|is|are)\s{1,3}no\s{1,3}longer\b)",
    re.IGNORECASE,
)
# "May have pulled out", "threatened that he had withdrawn", "was asked whether he quit", "reports that he quit".
_NOT_SO = re.compile(
    r"\b(?:not|never|if|unless|whether|may|might|could|would|should|nearly|almost|threat\w{1,6}|consider\w{0,5}|mull\w{0,4}|"
    r"urg\w{1,4}|rumou?r\w{0,4}|reports?|den(?:y|ies|ied|ying)|speculat\w{1,5}|allegedly|reportedly|who|which|after|before|until)"
    r"\b[^.;]{0,60}\Z|n[’']t\b[^.;]{0,40}\Z",
    re.IGNORECASE,
)
_LEAVING = re.compile(
    r"\b(?:(?:pull|drop|back|bow|opt|walk)\w{0,4}\s{1,3}(?:out|away)|withdr\w{1,6}|turn\w{0,3}\s{1,3}down|(?:skip|boycott|veto|block|oppos|miss|prevent|derail|thwart|delay)\w{0,4}|"
    rf"(?:declin|reject|refus|snub|spurn)\w{{0,4}}\s{{1,3}}(?:[\w’'-]{{1,20}}\s{{1,3}}){{0,3}}{_OFFER})\b",
    re.IGNORECASE,
)
# How far back words are looked for that make it something else, and how far behind it what is left.
_BACK, _BEHIND = 80, 100


def backs_out(claim: AskedClaim, passage: Reading) -> str:
    """Return the words by which whoever `claim` is about backs out of what it says, nothing where that is in doubt.

    >>> claim = AskedClaim.of("Muttaqi will attend the Moscow conference")
    >>> backs_out(claim, Reading("Muttaqi has pulled out of the Moscow conference."))
    'pulled out'
    >>> backs_out(claim, Reading("India has pulled out of the Moscow conference, and Muttaqi will attend."))
    ''
    """
    subject = subject_of(claim.reading)
    named = claim.reading.names
    parties = [name for name in named if name in (subject, named[0]) or not name.place]
    if not parties or cues.GOES_NO_FURTHER.search(claim.reading.text):
        return ""
    text = passage.text
    for found in _BACKED_OUT.finditer(text):
        before = [name for name in passage.names if name.span.end <= found.start()]
        party = next((one for one in parties if before and before[-1].same_as(one)), None)
        if not party or _is_cut_off(text, before[-1].span, found.start()):
            continue
        asked = set(claim.reading.terms) - set(terms(party.text))
        left = re.split(r"[,;:]", text[found.end() : found.end() + _BEHIND])[0]
        if held_in(asked, frozenset(terms(cues.OTHERWISE.split(left)[0]))):
            return " ".join(found[0].split())
    return ""


def no_refusal(claim: AskedClaim, passage: Reading, at: Occurrence | None, words: str) -> str:
    """Return why `words` (`backs_out`) refute nothing expected: what was done or only said is for a person."""
    if not claim.forecast or is_of_words(claim.reading.text):
        return f"{CHECK}: backs out: {words}"
    return no_expectation(claim, passage, at)


def speaks_of_leaving(claim: AskedClaim, words: str) -> str:
    """Return what `words`, which stand before the claim's event, say of leaving it: nobody need have done so.

    >>> speaks_of_leaving(AskedClaim.of("Muttaqi will attend the talks"), "Muttaqi threatened to boycott the")
    'boycott'
    """
    last = cues.OTHERWISE.split(words)[-1]
    found = None if cues.GOES_NO_FURTHER.search(claim.reading.text) else _LEAVING.search(last)
    return " ".join(found[0].split()) if found else ""


def _is_cut_off(text: str, name: Span, at: int) -> bool:
    """Whether other words stand between the name and what is said of it, or words that make it no fact."""
    between = text[name.end : at]
    return bool(_NOT_SO.search(text, max(at - _BACK, 0), at) or re.search(r"[.;:]", between)) or len(between) > _BACK
