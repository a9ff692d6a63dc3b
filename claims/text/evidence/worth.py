"""What of all that was compared is worth a person's look."""

from collections.abc import Hashable, Iterable, Sequence

from claims.text.evidence.proposal import CHECK, Stance

# What speaks for or against a claim tells of its event, however few words the two share: measured, a score tells
# nothing more. Of mere context above this, on a public set of headlines and bodies, half is marked as of one story.
# What a person must check is in between: somebody else at the same meeting, perhaps.
_CONTEXT, _TO_CHECK = 0.545, 0.25
# Below this, on that set, are nine in ten articles on other stories, and one in fifty on the headline's own.
_CHANCE = 0.12


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


def is_worth_offering(stance: Stance, score: float, reasons: Iterable[str]) -> bool:
    """Whether a passage is to be found by whoever asks for evidence: all but what shares some common word only."""
    return stance != "context" or score >= _CHANCE or is_to_check(reasons)


def best_of_each_first(values: Sequence[float], groups: Sequence[Hashable]) -> list[int]:
    """Return all places so that each group stands where it stood, and within it what is worth most comes first.

    >>> best_of_each_first([0.1, 0.3, 0.9], ["a", "b", "a"])
    [2, 1, 0]
    """
    ordered: dict[Hashable, list[int]] = {}
    for place in sorted(range(len(values)), key=lambda place: values[place]):
        ordered.setdefault(groups[place], []).append(place)
    return [ordered[group].pop() for group in groups]


def worth(stance: Stance, score: float, reasons: Iterable[str]) -> float:
    """Return how much it is worth a look, from 0 to 1: what speaks before what is to be checked, context last.

    >>> worth("supports", 0.3, []) > worth("context", 0.6, ["check these two"]) > worth("context", 0.6, [])
    True
    """
    if stance != "context":
        return round(0.6 + 0.4 * score, 4)
    return round(0.4 + 0.2 * score, 4) if is_to_check(reasons) else round(0.4 * score, 4)
