"""Whether a passage bears on a claim, and how: rarity, names, events, dates, then stance and basis."""
