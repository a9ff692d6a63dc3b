"""Whether words of two articles go back to one origin, as far as the words and their attributions tell (E4).

It presumes, a person decides; and two reports that share nothing are not independent for that.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from claims.text.attribution.chains import Link
from claims.text.attribution.names import same_person
from claims.text.similarity import near_verbatim, same_quotation

_AGENCIES = {
    "associated press": "ap",
    "agence france-presse": "afp",
    "agence france presse": "afp",
    "asian news international": "ani",
    "press trust of india": "pti",
}
_SPEAKERS = ("person", "organisation", "document")
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Told:
    """Words of an article, the hands through which they came, nearest to the reader first, and who published them.

    An agency to which the article owes its text is such a hand. What is not known is empty.
    """

    words: str
    chain: tuple[Link, ...] = ()
    outlet: str = ""


def same_origin(a: Told, b: Told) -> str:
    """Return what makes one origin likely for the words of two articles; empty when nothing does.

    That is a named source through which both came, a quotation of 40 characters or more, or nearly the same words.
    Two unnamed officials are two people, and so are two speakers of whom one outlet tells.

    >>> ani = Link("ANI", "agency")
    >>> same_origin(Told("He will come.", (ani,), "Dawn"), Told("He is to come.", outlet="ANI"))
    'both came through ANI'
    >>> same_origin(Told("He will come.", outlet="Dawn"), Told("He is to come.", outlet="ANI"))
    ''
    """
    return next(_shared_sources(a, b), "") or _shared_words(a.words, b.words)


def _shared_sources(a: Told, b: Told) -> Iterator[str]:
    mine, theirs = _named(a), _named(b)
    of_one_outlet = bool(a.outlet) and _key(a.outlet) == _key(b.outlet)
    two_speakers = bool(mine and theirs) and not _are_one(mine[-1], theirs[-1])
    for link in [*mine, Link(a.outlet, "outlet")]:
        if of_one_outlet and two_speakers and _key(link.name) == _key(a.outlet):
            continue
        if link.name and any(_are_one(link, other) for other in [*theirs, Link(b.outlet, "outlet")]):
            yield f"both go back to {link.name}" if link.kind in _SPEAKERS else f"both came through {link.name}"


def _named(told: Told) -> list[Link]:
    """The hands that have a name, without the outlet itself."""
    return [link for link in told.chain if link.kind != "anonymous" and _key(link.name) != _key(told.outlet)]


def _are_one(one: Link, other: Link) -> bool:
    people = one.kind == other.kind == "person"
    return _key(one.name) == _key(other.name) or (people and same_person(one.name, other.name))


def _key(name: str) -> str:
    """The name as it is compared: an agency by its initials, a paper without its article."""
    plain = " ".join(name.casefold().split()).removeprefix("the ")
    return _AGENCIES.get(plain, plain)


def _shared_words(a: str, b: str) -> str:
    quotation = same_quotation(a, b)
    if quotation:
        return f"both carry the quotation “{quotation[:_SHOWN]}…”"
    return "the words are nearly the same" if near_verbatim(a, b) else ""
