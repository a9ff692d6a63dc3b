"""Refusals whose text is shown to the person as it is."""

from django.core.exceptions import PermissionDenied


class Refused(Exception):
    """An act that the rules do not allow now; its text says why, and what would help."""

    def __str__(self):
        return str(self.args[0]) if self.args else "This cannot be done now."


class NotAllowed(Refused, PermissionDenied):
    """An act that this person's role may not do at all; a page answers it with status 403 and the sentence."""


class Stale(Refused):
    """The record changed after the person's form was loaded; nothing was saved."""


class NeedsConfirmation(Refused):
    """An act that is allowed, but that a rule of evidence speaks against.

    `warnings` holds the sentences; the act goes through when it is sent again with the warnings acknowledged.
    """

    def __init__(self, warnings):
        super().__init__(" ".join(str(warning) for warning in warnings))
        self.warnings = tuple(warnings)
