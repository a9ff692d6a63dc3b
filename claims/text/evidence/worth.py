"""What of all that was compared is worth a person's look."""

from collections.abc import Iterable

from claims.text.evidence.proposal import CHECK, Stance

# What speaks for or against a claim tells of its event, however few words the two share: measured, a score tells
# nothing more. Of mere context above this, on a public set of headlines and bodies, half is marked as of one story.
# What a person must check is in between: somebody else at the same meeting, perhaps.
_CONTEXT, _TO_CHECK = 0.5, 0.25


def is_to_check(reasons: Iterable[str]) -> bool:
    """Whether only a person can tell if words speak for or against a claim.

    >>> is_to_check(["check these two: Yue Xiaoyong here, Yao Jing in the claim"])
    True
    """
    return any(reason.startswith(CHECK) for reason in reasons)


def is_worth_a_look(stance: Stance, score: float, reasons: Iterable[str]) -> bool:
    """Whether a passage with this proposal and score (`score_pair`) is to be offered for a claim."""
    if stance != "context":
        return True
    return score >= (_TO_CHECK if is_to_check(reasons) else _CONTEXT)


def worth(stance: Stance, score: float, reasons: Iterable[str]) -> float:
    """Return how much it is worth a look, from 0 to 1: what speaks before what is to be checked, context last.

    >>> worth("supports", 0.3, []) > worth("context", 0.6, ["check these two"]) > worth("context", 0.6, [])
    True
    """
    if stance != "context":
        return round(0.6 + 0.4 * score, 4)
    return round(0.4 + 0.2 * score, 4) if is_to_check(reasons) else round(0.4 * score, 4)
