"""How far people agree who judged the same claims apart from each other. Plain numbers in, numbers out."""

from collections import Counter

# Of fewer pairs, chance alone moves kappa too far for it to say anything.
FEWEST_FOR_KAPPA = 30


def kappa(pairs):
    """Return Cohen's kappa of (verdict of the one, verdict of the other) `pairs`, rounded to two places.

    Kappa = (o - e) / (1 - e): o is the observed share of pairs that agree, e the share expected by chance, which is
    the sum over verdicts of the product of the shares in which either person gave that verdict. Source: J. Cohen,
    A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20 (1960), 37-46.

    None for fewer than 30 pairs, and where both always gave one and the same verdict: then chance explains it all.
    """
    total = len(pairs)
    if total < FEWEST_FOR_KAPPA:
        return None
    agreed = sum(one == other for one, other in pairs)
    ours, theirs = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    by_chance = sum(ours[verdict] * theirs[verdict] for verdict in ours)
    if by_chance == total * total:
        return None
    return round((agreed * total - by_chance) / (total * total - by_chance), 2)


def pooled_kappa(pairs):
    """Return kappa of pairs of whichever people: each is counted in both orders, since nobody comes first.

    None for fewer than 30 pairs.
    """
    if len(pairs) < FEWEST_FOR_KAPPA:
        return None
    return kappa([*pairs, *((other, one) for one, other in pairs)])
