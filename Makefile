# make run    set up what is needed and open gendesk
# make test   every gate: format, lint, types, imports, tests
# Both make .venv once; PYTHON=... chooses the interpreter it is made with.

PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& command -v "$$python" && break; done)
BIN := .venv/bin

.PHONY: run test bench translations clean
.DELETE_ON_ERROR:

run: .venv/.run
	@$(BIN)/gendesk

test: export QT_QPA_PLATFORM = offscreen
test: .venv/.test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

bench: .venv/.bench
	$(BIN)/python -m benchmarks

translations: .venv/.run
	$(BIN)/python tools/translations.py

clean:
	rm -rf build dist out .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +

# The stamps say what is installed for which pyproject.toml; a changed one installs again.
.venv/.run: pyproject.toml | .venv/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/.test: pyproject.toml | .venv/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch .venv/.run $@

.venv/.bench: pyproject.toml | .venv/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[bench]'
	@touch .venv/.run $@

.venv/bin/python:
	@test -n "$(PYTHON)" && "$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "gendesk needs Python 3.11 or newer. Install it, or say where it is:" \
		"make PYTHON=/path/to/python3.12" >&2; exit 1; }
	@"$(PYTHON)" -m venv .venv || { rm -rf .venv; \
		echo "This Python cannot make a virtual environment; on Debian and Ubuntu" \
		"'sudo apt install python3-venv' adds what is missing." >&2; exit 1; }
	@echo "Installing what gendesk needs into .venv: about 6 GB on disk, most of it PyTorch." >&2
