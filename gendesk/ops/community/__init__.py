"""Models of other people: converted apart from this process, then opened."""
