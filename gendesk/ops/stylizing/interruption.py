"""Computations that stop within an instant when somebody asks: between two operations, not steps."""

from __future__ import annotations

from typing import Any

from torch.utils._python_dispatch import TorchDispatchMode

from gendesk.core.controls import Controls


class Interrupted(Exception):
    """Somebody cancelled in the middle of a computation, whose result is thrown away."""


class Interruptible(TorchDispatchMode):  # type: ignore[no-untyped-call]
    """While it is entered, every operation of torch first looks whether somebody cancelled.

    A step of a large network takes seconds; one of its operations, forwards or backwards, a fraction.
    """

    def __init__(self, controls: Controls) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._controls = controls

    @classmethod
    def _should_skip_dynamo(cls) -> bool:
        """Nothing is compiled here: PyTorch need not load its compiler, which takes a second."""
        return False

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        if self._controls.cancelled:
            raise Interrupted
        return func(*args, **(kwargs or {}))
