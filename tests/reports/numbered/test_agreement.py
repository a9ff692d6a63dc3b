import pytest

from claims.reports.numbered.agreement import kappa, scotts_pi


def test_kappa_of_an_example_worked_by_hand():
    """Of 50 pairs 35 agree: o = 0.7. The one says yes 25 times, the other 30: e = 0.5 · 0.6 + 0.5 · 0.4 = 0.5."""
    pairs = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15

    assert kappa(pairs) == 0.4


def test_chance_is_that_of_both_people():
    """Of 50 pairs 40 agree: o = 0.8. The one says yes 40 times, the other 30: e = 0.8 · 0.6 + 0.2 · 0.4 = 0.56."""
    pairs = [("yes", "yes")] * 30 + [("yes", "no")] * 10 + [("no", "no")] * 10

    assert kappa(pairs) == 0.55


def test_people_who_always_agree_have_kappa_one():
    assert kappa([("yes", "yes")] * 15 + [("no", "no")] * 15) == 1


def test_people_who_never_agree_have_kappa_below_nothing():
    assert kappa([("yes", "no")] * 15 + [("no", "yes")] * 15) == -1


@pytest.mark.parametrize("of", [kappa, scotts_pi])
def test_fewer_than_thirty_pairs_have_none(of):
    pairs = [("yes", "yes"), ("no", "no")] * 15

    assert of(pairs) == 1
    assert of(pairs[:-1]) is None


@pytest.mark.parametrize("of", [kappa, scotts_pi])
def test_one_verdict_alone_says_nothing(of):
    assert of([("yes", "yes")] * 30) is None


def test_scotts_pi_does_not_depend_on_who_is_named_first():
    pairs = [("yes", "yes")] * 20 + [("yes", "no")] * 15 + [("no", "no")] * 5
    turned = [(other, one) if place % 2 else (one, other) for place, (one, other) in enumerate(pairs)]

    assert scotts_pi(pairs) == scotts_pi(turned)
    # o = 25/40; yes stands 55 times in 80: e = (55² + 25²) / 80²
    assert scotts_pi(pairs) == round((0.625 - 3650 / 6400) / (1 - 3650 / 6400), 2)
