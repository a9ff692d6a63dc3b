"""Marks with which a sentence may open before its first word."""

# As a part of patterns: "“‘Nobody will go,’ he said", "(The talks follow.)".
MARKS = r"[“\"'‘(\[]{0,2}"
