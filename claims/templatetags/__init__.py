"""What templates ask for by themselves, because it stands on every page."""
