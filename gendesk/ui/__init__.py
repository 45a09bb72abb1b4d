"""The window: the only room that imports Qt, and it never holds a tensor."""
