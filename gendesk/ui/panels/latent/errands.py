"""What the explorer does once when asked to: groups, sums, files, pictures of one's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QObject

from gendesk.core.events import Event, Failed, Finished, Preview, Terminal
from gendesk.core.sentence import Sentence
from gendesk.jobs import Job, Work
from gendesk.ops.latent.point import Point
from gendesk.ops.latent.walk import Walk
from gendesk.ui import amounts
from gendesk.ui.latent_work import directions, finding, manifold, maps, models, positions
from gendesk.ui.panels.latent.direction import NewDirection
from gendesk.ui.pool import Pool
from gendesk.ui.widgets.cards import Notice
from gendesk.ui.widgets.cloud import Places
from gendesk.ui.words import tr

if TYPE_CHECKING:
    from gendesk.ops.latent.directions import Direction
    from gendesk.ops.latent.positions import Position
    from gendesk.ui.panels.latent.explorer import Explorer

NEIGHBOURS = 50


class Errands(QObject):
    """Each asks, works in a worker, and says in the panel's notice what came of it."""

    def __init__(self, explorer: Explorer, pool: Pool, notice: Notice) -> None:
        super().__init__(explorer)
        self._explorer, self._pool, self._notice = explorer, pool, notice
        self._awaited: Position | None = None  # whose model is being opened
        self._running: set[Job] = set()
        self._connect()

    @property
    def settled(self) -> bool:
        """Whether nothing that was asked for is left to be done."""
        return not self._running

    # a group of the map

    def go_to_mean(self) -> None:
        """To the middle of the chosen points."""
        found, places = self._explorer.map.found, self._explorer.map.bar.places
        if found is not None and len(places):
            there = replace(found.point(int(places[0])), values=found.mean(places))
            self._explorer.whereabouts.go(there)

    def choose_neighbours(self) -> None:
        """Choose what lies nearest to the middle of the chosen points."""
        page = self._explorer.map
        if page.found is not None and len(page.bar.places):
            mean = page.found.mean(page.bar.places)
            self._choose(page.found.neighbours(mean, NEIGHBOURS))

    def ask_direction(self) -> None:
        """Ask for two groups, and find what leads from one to the other."""
        found = self._explorer.map.found
        if found is None:
            self._notice.tell(
                Sentence("A direction of your own is found on the map: lay it out first."), "info"
            )
            return
        dialog = NewDirection(found, self._explorer.map.bar.places, self._explorer)
        dialog.agreed.connect(self.find_direction)
        dialog.open()

    def find_direction(self, without: Places, having: Places, name: str) -> None:
        """The direction that leads from one group to the other."""
        found = self._explorer.map.found
        if found is not None:
            job = Job("", directions.between(found, without, having, name))
            self._start(job, self._explorer.show_direction)

    def ask_export(self) -> None:
        """Ask where to, and write the pictures of the chosen points."""
        page, space = self._explorer.map, self._explorer.space
        if page.found is not None and space is not None:
            found, places = page.found, page.bar.places
            self._explorer.files.ask_new_folder(
                f"{space.name}-group",
                lambda path: maps.export_group(found, places, path),
                page.busy,
            )

    def leave_out(self) -> None:
        """Branch the run without the chosen pictures."""
        page, space = self._explorer.map, self._explorer.space
        if page.found is None or space is None:
            return
        count = len(page.bar.places)
        job = Job(tr("Branching {name}", name=space.name),
                  maps.leave_out(space, page.found, page.bar.places))  # fmt: skip

        def done(run: Any) -> None:
            self._notice.tell(
                Sentence(
                    "{name} goes on from {old} without {count} pictures.",
                    {"name": run.name, "old": space.name, "count": count},
                ),
                "good",
                "Train it further",
                lambda: self._explorer.run_asked.emit(run),
            )

        self._start(job, done)

    def _choose(self, places: Places) -> None:
        self._explorer.map.cloud.choose(places)
        self._explorer.map.bar.set_group(np.sort(places))

    # where one is

    def add_up(self) -> None:
        """A − B + C of the last three pins."""
        space, pins = self._explorer.space, self._explorer.pins.all()
        if space is not None and len(pins) > 2:
            a, b, c = (pin.point for pin in pins[-3:])
            self._start(Job("", directions.add_up(space, a, b, c)), self._explorer.whereabouts.go)

    def ask_save(self) -> None:
        """Ask where to, and write the picture that is seen; it carries its position."""
        self._ask_here("png", positions.save_picture)

    def ask_position(self) -> None:
        """Ask where to, and write where one is."""
        self._ask_here("json", positions.write_position)

    def ask_direction_file(self, way: Direction) -> None:
        """Ask where to, and write a direction of one's own."""
        space = self._explorer.space
        if space is not None:
            self._explorer.files.ask_file(
                way.name, "json", lambda path: positions.write_position(space, way, path)
            )

    def ask_manifold(self) -> None:
        """Ask where to, and write what is seen of the manifold."""
        page, space = self._explorer.manifold, self._explorer.space
        base = page.base()
        if space is not None and base is not None:
            plane = page.showing()
            self._explorer.files.ask_file(
                f"{space.name}-manifold", "png",
                lambda path: manifold.export_manifold(space, path, plane.columns, plane, base),
                page.busy,
            )  # fmt: skip

    def _ask_here(self, suffix: str, write: Callable[..., Work]) -> None:
        space, here = self._explorer.space, self._explorer.whereabouts.point
        if space is not None and here is not None:
            self._explorer.files.ask_file(space.name, suffix, lambda path: write(space, here, path))

    # what is opened

    def follow(self, position: Position) -> None:
        """Go where a position leads, in its own model."""
        space = self._explorer.space
        if space is not None and space.sha256 == position.sha256:
            self._arrive(position.thing)
            return
        job = Job("", models.holder(position.sha256))
        self._start(job, lambda name: self._on_holder(position, name))

    def _on_holder(self, position: Position, name: str | None) -> None:
        if name is None:
            self._notice.tell(
                Sentence(
                    "This position belongs to the model {model} (weights {sha}…), which is not "
                    "here: no other one makes its picture.",
                    {"model": position.model, "sha": position.sha256[:12]},
                ),
                "error",
            )
            return
        self._awaited = position
        self._explorer.open_model(name)

    def arrived(self) -> None:
        """A model was opened, perhaps for a position; what was looked for in another is given up."""
        self._explorer.here.busy.cancel()
        position, self._awaited = self._awaited, None
        space = self._explorer.space
        if position is not None and space is not None and space.sha256 == position.sha256:
            self._arrive(position.thing)

    def _arrive(self, thing: Any) -> None:
        if isinstance(thing, Point):
            self._explorer.whereabouts.go(thing)
        elif isinstance(thing, Walk):
            self._explorer.show_walk(thing)
        else:
            self._explorer.show_direction(thing)

    def find(self, path: Path) -> None:
        """Go where a picture of one's own lies."""
        space, busy = self._explorer.space, self._explorer.here.busy
        if space is None or busy.job is not None:
            return
        job = Job(tr("Looking for {name}", name=path.name), finding.find(space, path))
        busy.begin(job)
        self._running.add(job)
        self._pool.start(job, lambda job, events: self._on_finding(job, events, space.name))

    def _on_finding(self, job: Job, events: Sequence[Event], name: str) -> None:
        here, last = self._explorer.here, events[-1]
        if isinstance(last, Terminal):
            self._running.discard(job)
        if here.busy.job is job:
            here.busy.follow(events)
        if self._explorer.space is None or self._explorer.space.name != name:
            return  # nobody asks for it in another model
        for event in events:
            if isinstance(event, Preview):
                here.view.set_picture(event.picture, tr("Looking for the picture"))
        if not isinstance(last, Terminal):
            return
        if isinstance(last, Finished):
            self._explorer.whereabouts.go(last.result.point)
            error = amounts.figure(last.result.error)
            self._notice.tell(
                Sentence(
                    "This is the closest that the model comes (mean squared error {error}).",
                    {"error": error},
                ),
                "good",
            )
        else:
            self._explorer.eye.look()
            if isinstance(last, Failed):
                self._notice.tell(last.sentence, "error")

    # how it works

    def _start(self, job: Job, done: Callable[[Any], None]) -> None:
        def receive(job: Job, events: Sequence[Event]) -> None:
            last = events[-1]
            if isinstance(last, Terminal):
                self._running.discard(job)
            if isinstance(last, Finished):
                done(last.result)
            elif isinstance(last, Failed):
                self._notice.tell(last.sentence, "error")

        self._running.add(self._pool.start(job, receive))

    def _connect(self) -> None:
        explorer = self._explorer
        bar, here, files = explorer.map.bar, explorer.here, explorer.files
        bar.mean_asked.connect(self.go_to_mean)
        bar.neighbours_asked.connect(self.choose_neighbours)
        bar.direction_asked.connect(self.ask_direction)
        bar.export_asked.connect(self.ask_export)
        bar.leaving_asked.connect(self.leave_out)
        explorer.ways.new_asked.connect(self.ask_direction)
        explorer.ways.save_asked.connect(self.ask_direction_file)
        here.sum_asked.connect(self.add_up)
        here.save_asked.connect(self.ask_save)
        here.position_asked.connect(self.ask_position)
        here.open_asked.connect(files.ask_open)
        explorer.manifold.export_asked.connect(self.ask_manifold)
        explorer.map.pictures_asked.connect(files.ask_folder)
        files.opened.connect(self.follow)
        files.picture_opened.connect(self.find)
        files.folder_opened.connect(lambda path: explorer.map.set_source(f"folder:{path}"))
