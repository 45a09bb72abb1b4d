"""The command that restores pictures. What needs torch is imported where it is used."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Generator
from typing import TYPE_CHECKING

from gendesk.cli.batches import drive_batch
from gendesk.cli.training import Usage
from gendesk.core.controls import Controls
from gendesk.core.events import Event
from gendesk.core.sentence import Trouble
from gendesk.ops.restoring.options import Options

if TYPE_CHECKING:
    from gendesk.ops.restoring.batch import Summary


def restore(args: Namespace) -> None:
    """Denoise or enlarge pictures, into a folder of their own."""
    options, controls = _options(args), Controls()
    work = _restored(args, options, controls)
    drive_batch(
        args, work, controls, "Restoring", "restored",
        "{failed} of {total} pictures could not be restored.",
    )  # fmt: skip


def _restored(
    args: Namespace, options: Options, controls: Controls
) -> Generator[Event, None, Summary]:
    from gendesk.ops.restoring.batch import restore as restored
    from gendesk.ops.restoring.restorers import open_restorer

    restorer = yield from open_restorer(args.model, args.device)
    return (yield from restored(args.paths, restorer, args.out, options, controls))


def _options(args: Namespace) -> Options:
    options = Options(
        strength=args.strength,
        scale=args.scale,
        width=args.width,
        blend=args.blend,
        thorough=args.thorough,
        grain=args.grain,
        tile=args.tile,
        format=args.format,
        quality=args.quality,
        pattern=args.name,
    )
    try:
        options.check()
    except Trouble as trouble:
        raise Usage(trouble.sentence.text, **trouble.sentence.values) from None
    return options
