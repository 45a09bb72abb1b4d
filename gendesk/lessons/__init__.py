"""Guided lessons: trainings that break on purpose, with somebody beside them who says where to look."""
