"""What leaving would cut short."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stake:
    """Work that would be missed, already in the person's language."""

    what: str  # is going on
    then: str  # becomes of it
    leave: str  # what leaving is called
    stay: str
    saves: bool  # whether leaving waits until it is saved
