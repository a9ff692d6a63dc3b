"""Whether two claims have one truth condition: the same people, places, act, days, numbers, and no word besides."""
