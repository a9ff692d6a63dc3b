from tests.benchmarks.margin import margin, stories_of


def test_queries_that_share_a_document_are_of_one_story():
    stories = stories_of([["a", "b"], ["c"], ["b", "d"], ["e", "d"]])

    assert len(set(stories)) == 2
    assert stories[0] == stories[2] == stories[3] != stories[1]


def test_what_always_differs_is_outside_noise_and_what_differs_by_chance_is_not():
    sure = margin([0.6] * 40, [0.5] * 40, range(40))
    chance = margin([0.6, 0.4] * 20, [0.5] * 40, range(40))

    assert sure.low > 0
    assert chance.low < 0 < chance.high


def test_queries_of_one_story_are_one_witness():
    ours, naive = [0.9] * 10 + [0.5] * 10 + [0.4] * 10, [0.5] * 30

    apart = margin(ours, naive, range(30))
    together = margin(ours, naive, [place // 10 for place in range(30)])

    assert apart.low > 0 > together.low
