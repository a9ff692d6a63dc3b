from django.apps import AppConfig
from django.core import checks

from factcheck.checks import sqlite_is_safe


class FactcheckConfig(AppConfig):
    """The project itself: no models, only the checks of its configuration."""

    name = "factcheck"

    def ready(self):
        # Untagged, because Django runs checks tagged "database" only for `migrate`.
        checks.register(sqlite_is_safe)
