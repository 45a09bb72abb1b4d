"""The door: the window, or a command without one."""
