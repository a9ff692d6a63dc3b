"""What looks ahead to an event, and yet does not say that it is to come."""

from claims.text.evidence import cues
from claims.text.forward import Forward

# "May", "is considered", "is feared": what is only thought possible is foretold by nobody.
_POSSIBLE = ("may", "considered", "feared")


def too_weak(forward: Forward, text: str) -> str:
    """Return why `text`, which looks ahead by `forward`, foretells nothing; an empty text where it does."""
    if forward.certainty == "uncommitted" or cues.CONDITION.search(text):
        return "only asked for, asked whether, or a condition"
    kind = forward.reasons[0].partition(": ")[0]
    return "only said to be possible" if kind in _POSSIBLE and forward.certainty == "possible" else ""
