"""Plain text in, values out: what can be known of news text without a database.

Nothing here imports Django or the rest of claims, reads a clock, a setting or a file. Offsets are
Unicode code points, half open, and refer to text that `normalise` has been over.
"""
