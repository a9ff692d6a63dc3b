"""What a person passed over in the queue: until the session ends, or until they ask for it again."""

MOST_SKIPPED = 300


class SkippingMixin:
    """A line of work of which some is passed over, by key, in the `session` of a person, under `skipped_as`."""

    skipped_as = ""

    @property
    def skipped(self):
        return self.session.get(self.skipped_as, [])

    def skip(self, item):
        kept = [key for key in self.skipped if key != item.pk]
        self.session[self.skipped_as] = [*kept, item.pk][-MOST_SKIPPED:]

    def forget_skipped(self):
        self.session.pop(self.skipped_as, None)
