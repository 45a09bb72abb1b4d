"""Trying a model on a picture that is spoilt first: what it gets back, in figures."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from gendesk.ui import amounts, theme
from gendesk.ui.panels.restore.choices import NOISE_ADDED
from gendesk.ui.panels.segments import Segments
from gendesk.ui.widgets.cards import Card
from gendesk.ui.widgets.dial import Dial
from gendesk.ui.widgets.switch import Switch
from gendesk.ui.words import Source, say, unsay


class Trial(Card):
    """A switch, how much noise is added, and PSNR and SSIM before and after."""

    switched = Signal(bool)
    noise_turned = Signal(object)  # float, σ in 1/255
    view_chosen = Signal(str)  # "result" or "error"

    def __init__(self, noise: float = NOISE_ADDED, parent: QWidget | None = None) -> None:
        super().__init__("Test on this picture", parent)
        self.setObjectName("restore_trial")
        self.switch = Switch()
        self.switch.setObjectName("restore_test")
        say(self.switch, "setAccessibleName", "Test on this picture")
        self.switch.clicked.connect(self._on_switched)
        self.header.addWidget(self.switch)
        self._why = QLabel()
        self._why.setProperty("tone", "muted")
        self._why.setWordWrap(True)
        self.body.addWidget(self._why)
        self._noise = Dial(
            "restore_noise", "Noise added",
            "How much noise the picture is given first, as its standard deviation in 1/255.",
            float, 1, 100,
        )  # fmt: skip
        self._noise.set_value(noise)
        self._noise.turned.connect(self.noise_turned)
        self._figures = QWidget()
        grid = QGridLayout(self._figures)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(3, 1)
        self._psnr = _row(grid, 0, "PSNR", "restore_psnr")
        self._ssim = _row(grid, 1, "SSIM", "restore_ssim")
        self._view = Segments("restore_view")
        self._view.add("result", "Result")
        self._view.add("error", "Error map")
        self._view.chosen.connect(self.view_chosen)
        line = QHBoxLayout()
        line.addWidget(self._view)
        line.addStretch(1)
        self._views = QWidget()
        self._views.setLayout(line)
        line.setContentsMargins(0, 0, 0, 0)
        for part in (self._noise, self._figures, self._views):
            self.body.addWidget(part)
        self.show_trial(False, False)
        self.show_figures(None)

    def show_trial(self, on: bool, denoises: bool, noisy: bool = False, alone: bool = True) -> None:
        """Show what goes on.

        Args:
            on: whether the picture is spoilt.
            denoises: whether noise is added; otherwise it is made smaller.
            noisy: whether the picture has noise of its own.
            alone: whether one model is tested, whose figures stand here.
        """
        self.switch.setChecked(on)
        self._noise.setVisible(on and denoises)
        self._figures.setVisible(on and alone)
        self._views.setVisible(on)
        if not on:
            self._view.select("result")
            say(self._why, "setText", "Spoils the picture first, and shows how much comes back.")
        elif noisy:
            say(
                self._why,
                "setText",
                "The picture has noise of its own, which counts here as what should come back: "
                "a clean one tells more.",
            )
        elif denoises:
            say(
                self._why,
                "setText",
                "Noise was added; the picture itself is what should come back.",
            )
        else:
            say(
                self._why,
                "setText",
                "It was made smaller; the picture itself is what should come back.",
            )

    def show_figures(self, figures: tuple[float, float, float, float] | None) -> None:
        """PSNR before and after, SSIM before and after, of what is visible; None while unknown."""
        if figures is None:
            for label in (self._psnr, self._ssim):
                unsay(label, "setText")
                label.setText("…")
            return
        psnr_before, psnr, ssim_before, ssim = figures
        say(
            self._psnr, "setText", "{before} → {after} dB",
            before=lambda: amounts.decimal(psnr_before), after=lambda: amounts.decimal(psnr),
        )  # fmt: skip
        say(
            self._ssim, "setText", "{before} → {after}",
            before=lambda: amounts.decimal(ssim_before, 3), after=lambda: amounts.decimal(ssim, 3),
        )  # fmt: skip

    def figures(self) -> tuple[str, str]:
        """What is shown now: PSNR and SSIM."""
        return self._psnr.text(), self._ssim.text()

    def view(self) -> str:
        """ "result" or "error"."""
        return self._view.selected() if self.switch.isChecked() else "result"

    def _on_switched(self, on: bool) -> None:
        self.switched.emit(on)


def _row(grid: QGridLayout, row: int, label: Source, name: str) -> QLabel:
    what, value = QLabel(), QLabel()
    what.setProperty("tone", "muted")
    say(what, "setText", label)
    value.setObjectName(name)
    value.setFont(theme.font(15, 600, figures=True))
    value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    grid.addWidget(what, row, 0)
    grid.addWidget(value, row, 1)
    return value
