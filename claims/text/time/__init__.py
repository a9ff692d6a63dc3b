"""Words for times, found and resolved against the day on which a text was published."""
