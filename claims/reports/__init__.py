"""Figures across models as frozen rows. Reads only."""
