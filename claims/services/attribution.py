"""Who says a passage's words, and through whom they came."""

from dataclasses import dataclass

from claims.services import sources
from claims.vocabulary import Certainty, Polarity, SourceKind, SpeakerKind

SPEAKER_SOURCES = {
    SpeakerKind.NAMED_PERSON: SourceKind.PERSON,
    SpeakerKind.NAMED_ORGANISATION: SourceKind.ORGANISATION,
    SpeakerKind.DOCUMENT: SourceKind.DOCUMENT,
    SpeakerKind.ANONYMOUS: SourceKind.ANONYMOUS,
}


@dataclass(frozen=True, slots=True)
class Attribution:
    """What an analyst says of a passage's words: speaker, and the names they came through, nearest first.

    `origin` names the origin where the analyst knows better than the chain; by default it is the farthest source of
    the chain that is not anonymous, and the outlet where there is none.
    """

    speaker: str = ""
    speaker_kind: str = SpeakerKind.UNATTRIBUTED
    through: tuple[str, ...] = ()
    origin: str = ""
    certainty: str = Certainty.UNCOMMITTED
    polarity: str = Polarity.POSITIVE


def said_of(passage):
    """Return the attribution by which `passage`, loaded `with_attribution`, would be marked as it is."""
    steps = [step.source for step in passage.chain_steps.all()]
    implied = resolve_origin(Attribution(), steps, passage.article.outlet, by=None)
    stated = passage.origin.name if passage.origin and passage.origin != implied else ""
    if steps and passage.speaker and steps[-1].kind == SPEAKER_SOURCES.get(passage.speaker_kind):
        steps.pop()
    return Attribution(
        speaker=passage.speaker,
        speaker_kind=passage.speaker_kind,
        through=tuple(source.name for source in steps),
        origin=stated,
        certainty=passage.certainty,
        polarity=passage.polarity,
    )


def resolve_chain(attribution, outlet, *, by):
    """Return the sources that `attribution` names, nearest first, the speaker last; new ones are recorded."""
    chain = [sources.find_or_create_relay(name, by=by) for name in attribution.through if name.strip()]
    speaker = _speaker_source(attribution, chain[-1] if chain else outlet, by)
    if speaker:
        chain.append(speaker)
    return list(dict.fromkeys(chain))


def resolve_origin(attribution, chain, outlet, *, by):
    """Return the first traceable source of the chain: what independence is counted on. None when nobody knows."""
    if attribution.origin.strip():
        return sources.find_or_create_relay(attribution.origin, by=by)
    traceable = [source for source in chain if not source.is_anonymous]
    return traceable[-1] if traceable else outlet


def _speaker_source(attribution, nearest, by):
    kind = SPEAKER_SOURCES.get(attribution.speaker_kind)
    if kind is None or not attribution.speaker.strip():
        return None
    name = attribution.speaker
    if kind == SourceKind.ANONYMOUS and nearest:
        # Two unnamed officials are two people until shown otherwise, so the name says to whom they spoke.
        name = f"{attribution.speaker.strip()}, to {nearest}"
    return sources.find_or_create(name=name, kind=kind, by=by)
