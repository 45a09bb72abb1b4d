"""Layers and losses: torch modules that know nothing of training."""
