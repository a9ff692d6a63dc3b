"""What a person has caught up with on the desk."""

from django.utils import timezone


def mark_seen(*, by, until=None):
    """Remember that `by` has seen everything that happened until a moment (default, and at the latest: now)."""
    now = timezone.now()
    by.desk_seen_at = min(until or now, now)
    by.save(update_fields=["desk_seen_at"])
