"""What a person asks of a running job."""

from __future__ import annotations

from threading import Thread

from gendesk.core.controls import Controls


def test_turned_knobs_are_taken_once_and_the_newest_value_wins() -> None:
    controls = Controls()
    assert controls.take_turned() == {}
    controls.turn("lr", 1)
    controls.turn("beta", 2)
    controls.turn("lr", 3)
    assert controls.take_turned() == {"lr": 3, "beta": 2}
    assert controls.take_turned() == {}


def test_what_was_asked_is_taken_once() -> None:
    controls = Controls()
    controls.ask("save")
    controls.ask("save")
    controls.ask("preview")
    assert controls.take_asked() == {"save", "preview"}
    assert controls.take_asked() == set()


def test_a_pause_lasts_until_resume_or_cancel() -> None:
    controls = Controls()
    assert controls.wait(0) and not controls.paused
    controls.pause()
    assert controls.paused and not controls.wait(0.01)
    controls.resume()
    assert controls.wait(0)
    controls.pause()
    controls.cancel()
    assert controls.wait(0) and controls.cancelled and not controls.paused


def test_turning_from_other_threads_loses_nothing() -> None:
    controls, taken = Controls(), {}

    def turn(first: int) -> None:
        for i in range(500):
            controls.turn(f"knob {first + i}", i)

    threads = [Thread(target=turn, args=(1000 * n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        taken |= controls.take_turned()
    taken |= controls.take_turned()
    assert len(taken) == 2000


def test_a_turn_may_be_a_cure_and_the_next_one_is_not() -> None:
    controls = Controls()
    controls.turn("lr", 0.1, "collapse")
    assert controls.take_turned() == {"lr": 0.1}
    assert controls.cures("lr") == "collapse"
    controls.turn("lr", 0.2)
    assert controls.cures("lr") == controls.cures("r1") == ""


def test_what_is_played_is_played_once_in_a_pause_that_lasts() -> None:
    controls = Controls()
    assert controls.take_phase() == ""
    controls.play("generator")
    assert controls.paused and controls.wait(0)
    assert controls.take_phase() == "generator"
    assert controls.paused and not controls.wait(0)
    controls.play("generator")
    controls.play("discriminator")
    assert controls.take_phase() == "generator" and controls.wait(0)
    assert controls.take_phase() == "discriminator" and not controls.wait(0)
    assert controls.take_phase() == ""


def test_going_on_or_pausing_forgets_what_was_to_be_played() -> None:
    controls = Controls()
    controls.play("generator")
    controls.resume()
    assert controls.take_phase() == "" and controls.wait(0) and not controls.paused
    controls.play("generator")
    controls.pause()
    assert controls.take_phase() == "" and not controls.wait(0)
    controls.play("generator")
    controls.cancel()
    assert controls.take_phase() == "generator" and controls.wait(0) and not controls.paused
