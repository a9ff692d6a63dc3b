"""Aliases as texts are read with them: whom words mean, and for how long."""

from claims.models import Alias
from claims.text.evidence import aliases
from claims.text.evidence.bodies import with_bodies
from claims.vocabulary import SourceKind

# What an outlet or a document is called besides tells nothing of who did what.
NAMED = (SourceKind.PERSON, SourceKind.ORGANISATION)


def known_aliases():
    """Return the aliases of all people and organisations, in one query, and those of bodies that everybody knows."""
    rows = Alias.objects.filter(source__kind__in=NAMED).order_by("pk")
    found = rows.values_list("surface", "source__name", "valid_from", "valid_to")
    return with_bodies([aliases.Alias(*row) for row in found])
