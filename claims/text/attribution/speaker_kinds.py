"""Whether a source is a person, an organisation, a document or nobody who is named, from its words."""

import re
from typing import Literal

from claims.text.attribution.media import is_media
from claims.text.attribution.name_lists import COUNTRIES, ORGANISATIONS, TITLES
from claims.text.attribution.names import capitalised_names, untitled
from claims.text.known_names import is_city

SpeakerKind = Literal["named_person", "named_organisation", "anonymous", "document", "outlet", "unattributed"]

_WITHHELD = re.compile(
    r"\b(?:(?:asked|wished|wanted|requested|declined|refused) (?:not )?to be (?:named|identified|quoted)"
    r"|(?:asked|requested|wished) (?:to remain anonymous|for anonymity|anonymity)|(?:condition of|on) anonymity"
    r"|(?:not|wasn['’]t|weren['’]t) authori[sz]ed to (?:speak|talk|comment|brief|discuss)"
    r"|spoke anonymously|speaking anonymously|familiar with|with (?:direct )?knowledge of|briefed on|close to the)\b",
    re.IGNORECASE,
)
_OWN_OUTLET = re.compile(r"\bthis (?:newspaper|paper|correspondent|reporter|website|publication)\b", re.IGNORECASE)
_NOBODY = frozenset(
    """
    i we you he she they it who which that this these those there one someone nobody noone anyone everyone
    none many some few most others all both no-one each another whoever somebody everybody
    """.split()
)
_DOCUMENTS = frozenset(
    """
    account ad advert affidavit analysis announcement article bill book brief charter communique communiqué
    complaint constitution data declaration decree document documents draft editorial email emails filing
    filings indictment lawsuit leaflet letter letters memo memorandum message minutes note notice order
    paper papers pact plan poll polls post posts readout record records release report reports resolution
    results ruling statement statements study suit survey surveys testimony text transcript treaty tweet
    tweets verdict video website
    """.split()
)
_OFFICES = ORGANISATIONS | frozenset("military navy opposition newspaper regime troops delegation industry".split())
_ROLES = (TITLES - frozenset("state press former acting interim foreign democrat republican".split())) | frozenset(
    """
    billionaire boss businessman candidate coach columnist economist host husband wife father mother son
    daughter brother sister leader lawyer lawmaker nominee owner philanthropist premier prosecutor senator
    sheriff speechwriter tycoon veteran victim widow winner mom dad
    """.split()
)
_UNNAMED = frozenset(
    """
    official officials source sources diplomat diplomats person people aide aides witness witnesses insider
    insiders analyst analysts expert experts observer observers lawmaker lawmakers resident residents critic
    critics voter voters
    """.split()
)
_FIRMS = frozenset(
    "airlines airways bancorp co corp holdings inc industries llc ltd motors partners plc securities".split()
)
_PLURALS = ("ans", "ants", "ents", "ers", "ese", "ish", "ists", "ors")
_GROUPS = frozenset(
    "organizers organisers leaders members victims supporters groups forces workers employees students allies".split()
)
_QUALIFIED = _OFFICES | _UNNAMED | _DOCUMENTS | _ROLES | _GROUPS
_BEGINNINGS = frozenset(
    country[:length] for country in COUNTRIES if len(country) > 3 for length in range(3, len(country) + 1)
)
_PEOPLES = frozenset(
    """
    arab arabs catholic democratic islamic kurd kurds muslim republican muslims sunni shia shiite hindu sikh jewish
    hutu tutsi western
    """.split()
)
# "Organisers in Cleveland".
_IS_PLACE = re.compile(r"\b(?:in|near|outside|across) \Z")
# "RealClearPolitics", not "McCain".
_INNER_CAPITAL = re.compile(r"\A(?!Ma?c|De|Di|La|Le|Van|Fitz|O[’'])\w{1,20}[a-z][A-Z]")
# Whom a clause tells of names somebody else: "Egypt, which depends on the Nile".
_RELATIVE = re.compile(
    r",? (?:who|whom|whose|which|where)\b|(?<=[a-z]) (?:[a-z]{1,20}ed|seen|written|run|made|held|shown|sent) by "
)
# "The company Maxar", "the newspaper Bild".
_IS_BODY = re.compile(
    r"\b(?:[Tt]he|[Aa]|[’']s)(?: [a-z-]{2,20}){0,3} (?:company|firm|group|agency|newspaper|magazine|broadcaster"
    r"|website|charity|bank|party|carmaker|airline|network|think[ -]tank|startup|club|university) \Z"
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_ENDS_HEAD = re.compile(
    r",| (?:of|for|at|in|from|with|on|who|which|that|to|by|about|published|released|issued|seen)\b"
)


def kind_of(source: str, around: str = "") -> SpeakerKind:
    """Return what kind of speaker the words of a source show; `around` is the sentence, which may withhold a name.

    >>> kind_of("State Department spokesman Ned Price"), kind_of("Pakistan's foreign office")
    ('named_person', 'named_organisation')
    >>> kind_of("a senior official", "a senior official who asked not to be named"), kind_of("a joint statement")
    ('anonymous', 'document')
    """
    words = [word.casefold() for word in _WORD.findall(source[:300])]
    if _OWN_OUTLET.search(source):
        return "outlet"
    if not words or (words[0] in _NOBODY and len(words) <= 2) or words[:2] == ["no", "one"]:
        return "unattributed"
    if person_in(source):
        return "named_person"
    return _kind_of_head(source, around)


def person_in(source: str) -> str | None:
    """The name of the person that `source` names, without titles; None where it names none.

    >>> person_in("India's national security adviser, Ajit Doval")
    'Ajit Doval'
    """
    if is_media(source.partition(",")[0]):
        return None
    own = without_relative(source[:300])
    for span in capitalised_names(own):
        name, after = span.of(own), own[span.end : span.end + 25]
        before = own[: span.start]
        if not (
            _names_no_person(name) or _only_qualifies(after) or _IS_BODY.search(before) or _IS_PLACE.search(before)
        ):
            return untitled(name)
    return None


def without_relative(source: str) -> str:
    """Return the words of a source up to the clause that tells more of it.

    >>> without_relative("Egypt, which depends on the Nile")
    'Egypt'
    """
    return _RELATIVE.split(source, maxsplit=1)[0]


def named_body(source: str) -> str | None:
    """Return the name in "the company Maxar" and its like; None where there is no such.

    >>> named_body("the company Maxar"), named_body("the bank")
    ('Maxar', None)
    """
    names = capitalised_names(source)
    return names[0].of(source) if names and _IS_BODY.search(source, 0, names[0].start) else None


def _names_no_person(name: str) -> bool:
    words = [word.casefold() for word in _WORD.findall(name)]
    if not words or (len(words) == 1 and (name.isupper() or words[0].endswith(_PLURALS))):
        return True
    if len(words) == 1 and (words[0] in _DOCUMENTS | _UNNAMED | _PEOPLES or _INNER_CAPITAL.search(name)):
        return True
    if words[-1] in _FIRMS or ORGANISATIONS.intersection(words) or is_media(name) or is_city(name):
        return True
    return all(word in COUNTRIES or _is_adjective_of_country(word) for word in words)


def _is_adjective_of_country(word: str) -> bool:
    """ "Pakistani", "Afghan": the beginning of a country's name, but for its end."""
    return len(word) > 4 and word[:-2] in _BEGINNINGS and word.endswith(("i", "an", "ese", "ish", "ch", "ek"))


def _only_qualifies(after: str) -> bool:
    """ "Biden's spokesman", "Benghazi victim": a name before another noun, which speaks."""
    if re.match(r"[’']s\b", after):
        return True
    word = re.match(r" ([a-z]+)\b", after)
    return word is not None and word[1] in _QUALIFIED


def _kind_of_head(source: str, around: str) -> SpeakerKind:
    """By the noun that the phrase is built on: "official" in "a senior official of the Pakistani government"."""
    first = without_relative(source).partition(",")[0]
    head = first[: found.start()] if (found := _ENDS_HEAD.search(first)) else first
    words = [word.casefold() for word in _WORD.findall(head)]
    noun = words[-1] if words else ""
    if _WITHHELD.search(source) or _WITHHELD.search(around) or noun in _UNNAMED:
        return "anonymous"
    if noun in _DOCUMENTS and not is_media(head):
        return "document"
    if noun in _OFFICES or is_media(head) or noun in COUNTRIES or noun.startswith(("spokes", "ambassad")):
        return "named_organisation"
    if noun in _ROLES:
        return "named_person"
    named = noun in _FIRMS or _ends_in_name(head) or is_city(head) or _INNER_CAPITAL.search(head)
    return "named_organisation" if named else "anonymous"


def _ends_in_name(head: str) -> bool:
    last = head.split()[-1] if head.split() else ""
    return last[:1].isupper() and len(head.split()) > (0 if last.isupper() or last.casefold() in COUNTRIES else 1)
