"""Widgets of our own, each of which stands alone."""
