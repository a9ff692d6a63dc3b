"""What a person has caught up with on the desk."""

from django.utils import timezone


def mark_seen(*, by):
    """Remember that `by` has seen everything that happened until now."""
    by.desk_seen_at = timezone.now()
    by.save(update_fields=["desk_seen_at"])
