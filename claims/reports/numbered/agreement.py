"""How far people agree who judged the same claims apart from each other. Plain numbers in, numbers out."""

from collections import Counter

# Of fewer pairs, chance alone moves kappa too far for it to say anything.
FEWEST_FOR_KAPPA = 30


def kappa(pairs):
    """Return Cohen's kappa of `pairs` of two people, (verdict of the one, verdict of the other), to two places.

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


def scotts_pi(pairs):
    """Return Scott's pi of `pairs` of whichever people, of whom nobody comes first, rounded to two places.

    It is computed as kappa is, but e is the sum over verdicts of the squared share in which all gave that verdict,
    which is what kappa makes of each pair counted in both orders. Source: W. A. Scott, Reliability of content
    analysis: the case of nominal scale coding, Public Opinion Quarterly 19 (1955), 321-325.

    None for fewer than 30 pairs, and where everybody always gave one and the same verdict.
    """
    if len(pairs) < FEWEST_FOR_KAPPA:
        return None
    return kappa([*pairs, *((other, one) for one, other in pairs)])
