"""What an article tells on its own account and attributes further on: the lead of a report stands on its body."""

from collections.abc import Sequence
from dataclasses import replace

from claims.text.attribution.chains import Link
from claims.text.attribution.names import same_person
from claims.text.claiming.suggestion import ClaimSuggestion
from claims.text.claiming.visits import Visit, visits_in


def with_speakers_of_the_same(found: Sequence[ClaimSuggestion]) -> list[ClaimSuggestion]:
    """Return `found` with who foretells a visit, where its own sentence names nobody but another one does.

    Only where all that name somebody for the same visit, of the same person to the same place, name the same chain.
    """
    visits = [_visit(one) for one in found]
    told = [(visit, one) for visit, one in zip(visits, found, strict=True) if visit and one.speaker]
    return [
        _with_speaker(one, [other for theirs, other in told if visit and _same(visit, theirs)])
        for visit, one in zip(visits, found, strict=True)
    ]


def _visit(one: ClaimSuggestion) -> Visit | None:
    found = visits_in([one.statement]) if one.kind == "forecast" and one.polarity == "positive" else []
    return found[0] if found else None


def _same(a: Visit, b: Visit) -> bool:
    return a.place == b.place and same_person(a.person, b.person)


def _with_speaker(one: ClaimSuggestion, same: Sequence[ClaimSuggestion]) -> ClaimSuggestion:
    chains = {tuple(link.name for link in other.chain) for other in same}
    if one.speaker or len(chains) != 1:
        return one
    said = same[0]
    own = {link.name for link in one.chain}
    chain = tuple(link if link.name in own else Link(link.name, link.kind, elsewhere=True) for link in said.chain)
    reason = f"the article says elsewhere who says this: {said.speaker}"
    return replace(
        one, speaker=said.speaker, speaker_kind=said.speaker_kind, chain=chain, reasons=(*one.reasons, reason)
    )
