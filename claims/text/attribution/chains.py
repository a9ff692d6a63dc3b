"""By which hands words came: from who reports them to who said them first.

"ANI reported, citing The Express Tribune" and, further on, "sources told The Express Tribune" make
the chain ANI, The Express Tribune, sources: nearest to the reader first, as a passage records it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from claims.text.attribution.find import Attribution
from claims.text.attribution.media import is_media, is_news_agency
from claims.text.attribution.speaker_kinds import SpeakerKind, kind_of, person_in
from claims.text.spans import Span

LinkKind = Literal["outlet", "agency", "person", "organisation", "document", "anonymous"]

_SEEN_BY = re.compile(r"\b(?:seen|obtained|reviewed) by (?P<outlet>(?:[Tt]he )?[A-Z]\w{1,20}(?: [A-Z]\w{1,20}){0,3})")
_NEAR = 120
_CITES = ("cit", "quot")
_LONGEST = 8
_KINDS: dict[SpeakerKind, LinkKind] = {
    "named_person": "person",
    "named_organisation": "organisation",
    "anonymous": "anonymous",
    "document": "document",
    "outlet": "outlet",
}


@dataclass(frozen=True, slots=True)
class Link:
    """One hand in a chain. `elsewhere`: another sentence of the text says so, not that of the words."""

    name: str
    kind: LinkKind
    elsewhere: bool = False


_Hop = tuple[Link, Link]


def chain_of(text: str, passage: Span, attributions: Sequence[Attribution]) -> tuple[Link, ...]:
    """Return the hands through which the words at `passage` came, nearest to the reader first.

    Empty where nobody but the article itself speaks. Other sentences lengthen the chain at either end,
    where they leave no choice: a paper that cites one source for one thing cites it for another only perhaps,
    and such links are marked.

    >>> from claims.text.attribution.find import find_attributions
    >>> text = "He will go, ANI reported, citing The Express Tribune. Sources told The Express Tribune he was ready."
    >>> [link.name for link in chain_of(text, Span(0, 10), find_attributions(text))]
    ['ANI', 'The Express Tribune', 'sources']
    """
    about = [found for found in attributions if _is_about(found, passage)]
    chain = _ordered(text, about, attributions)
    if not chain:
        return ()
    hops = [hop for found in attributions for hop in _hops(text, found)]
    return tuple([*_nearer(chain, hops), *chain, *_farther(chain, hops)][:_LONGEST])


def _is_about(found: Attribution, passage: Span) -> bool:
    return any(content.overlaps(passage) for content in found.content)


def _ordered(text: str, about: Sequence[Attribution], attributions: Sequence[Attribution]) -> list[Link]:
    """The links that the sentence itself shows: who reports the most words comes first."""
    links: list[Link] = []
    for found in sorted(about, key=lambda found: -sum(len(content) for content in found.content)):
        speaker = _speaker(found)
        if not speaker or _is_citing(text, found):
            continue
        hearer = _outlet_told(text, found)
        links += [link for link in (hearer, speaker) if link and not _among(link, links)]
        cited = (link for one in attributions if _continues(text, found, one) if (link := _cited(text, one)))
        links += [link for link in cited if not _among(link, links)]
    return links


def _continues(text: str, found: Attribution, other: Attribution) -> bool:
    """Whether `other` says, in the same sentence, whom the speaker of `found` cites."""
    gap = text[found.cue.end : other.cue.start]
    return _is_citing(text, other) and other.speaker == found.speaker and len(gap) < 80 and "." not in gap


def _hops(text: str, found: Attribution) -> Iterator[_Hop]:
    """Who has it from whom, by this attribution alone."""
    speaker = _speaker(found)
    if not speaker:
        return
    hearer, cited = _outlet_told(text, found), _cited(text, found)
    if hearer:
        yield hearer, speaker
    if cited:
        yield speaker, cited


def _nearer(chain: Sequence[Link], hops: Sequence[_Hop]) -> list[Link]:
    """Who, elsewhere in the text, has it from the first link."""
    found: list[Link] = []
    while len(found) < _LONGEST:
        first = found[0] if found else chain[0]
        before = _only([near for near, far in hops if _same(far, first)])
        if first.kind not in ("outlet", "agency") or not before or _among(before, [*found, *chain]):
            break
        found.insert(0, _marked(before))
    return found


def _farther(chain: Sequence[Link], hops: Sequence[_Hop]) -> list[Link]:
    """From whom, elsewhere in the text, the last link has it."""
    found: list[Link] = []
    while len(found) < _LONGEST:
        last = found[-1] if found else chain[-1]
        after = _only([far for near, far in hops if _same(near, last)])
        if last.kind not in ("outlet", "agency") or not after or _among(after, [*chain, *found]):
            break
        found.append(_marked(after))
    return found


def _only(links: Sequence[Link]) -> Link | None:
    """The one link that all of these are; None where there is a choice or nothing."""
    return links[0] if links and all(_same(links[0], link) for link in links) else None


def _marked(link: Link) -> Link:
    return Link(link.name, link.kind, elsewhere=True)


def _same(one: Link, other: Link) -> bool:
    """Whether two links are one: "Sources" and "sources", "Express Tribune" and "The Express Tribune"."""
    return _bare(one.name) == _bare(other.name)


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ").removeprefix("official ")


def _among(link: Link, links: Sequence[Link]) -> bool:
    return any(_same(link, other) for other in links)


def _speaker(found: Attribution) -> Link | None:
    return _link(found.speaker, found.speaker_kind) if found.speaker else None


def _link(name: str, kind: SpeakerKind) -> Link | None:
    if is_media(name):
        return Link(name, "agency" if is_news_agency(name) else "outlet")
    return Link(name, _KINDS[kind]) if kind in _KINDS else None


def _outlet_told(text: str, found: Attribution) -> Link | None:
    """The outlet that a speaker told, or that saw the statement; reporters and parliaments pass nothing on."""
    seen = _SEEN_BY.search(text, found.cue.end, found.cue.end + _NEAR)
    hearer = found.hearer.of(text) if found.hearer else seen["outlet"] if seen else ""
    return _link(hearer, "outlet") if is_media(hearer) else None


def _is_citing(text: str, found: Attribution) -> bool:
    return found.cue.of(text).split()[-1].casefold().startswith(_CITES)


def _cited(text: str, found: Attribution) -> Link | None:
    """The source that "citing" or "quoted" names, where it is one and not a reason or a figure."""
    if not _is_citing(text, found):
        return None
    name = found.content[0].of(text).split(" as ")[0].partition(",")[0]
    kind = kind_of(name)
    if len(name) > 120 or kind == "unattributed" or (kind == "anonymous" and not _is_unnamed(name)):
        return None
    return _link((person_in(name) if kind == "named_person" else None) or name, kind)


def _is_unnamed(name: str) -> bool:
    return any(word in name.casefold() for word in ("source", "official", "people", "diplomat", "aide", "witness"))
