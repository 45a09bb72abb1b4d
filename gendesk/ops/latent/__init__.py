"""Walks through what a model has learnt: points, maps, directions, walks, inversion, positions."""
