# Two commands: `make site` publishes the register to site/, `make test` runs every check.
# Both set up what they need in .venv, from requirements*.txt, and do so once; the second also
# fetches two checkers into node_modules, from package-lock.json.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input

.PHONY: help site test bench lock clean

help:
	@echo "make site   set up if needed, and publish the register to site/"
	@echo "make test   set up if needed, and run every check this machine can run"
	@echo "make bench  measure how long publishing takes, for registers of several sizes"
	@echo "make lock   write requirements*.txt anew from pyproject.toml"
	@echo "make clean  remove .venv, site and what the checks left behind"

site: .venv/ready-for-site
	@$(BIN)/casebook build

test: .venv/ready-for-test node_modules/ready
	@$(BIN)/python scripts/checks.py

# Sizes and settings: make bench BENCH="100 1000 --rounds 5"; all of them: make bench BENCH=--help
bench: .venv/ready-for-bench
	@$(BIN)/python -m bench.run $(BENCH)

# The marks .venv/made and .venv/ready-* say how far setting up has come: a step that was cut
# short is done again, a step that is done is left alone until what it was made from changes.
.venv/made:
	@command -v $(PYTHON) >/dev/null || { \
	  echo "Casebook needs Python 3.11 or newer, and there is no $(PYTHON) here." >&2; \
	  echo "Install it (Debian, Ubuntu: apt install python3 python3-venv), then run make again." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Casebook needs Python 3.11 or newer; $(PYTHON) here is `$(PYTHON) --version`." >&2; \
	  echo "Name a newer one, for example: make site PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "Casebook needs the part of Python that sets up environments, which $(PYTHON) lacks here." >&2; \
	  echo "Install it (Debian, Ubuntu: apt install python3-venv), then run make again." >&2; exit 1; }
	@echo "Setting up .venv: once, about a minute."
	@$(PYTHON) -m venv --clear .venv
	@touch $@

.venv/ready-for-site: .venv/made requirements.txt pyproject.toml
	@$(PIP) install --quiet --require-hashes -r requirements.txt
	@$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@touch $@

.venv/ready-for-test: .venv/ready-for-site requirements-test.txt
	@$(PIP) install --quiet --require-hashes -r requirements-test.txt
	@touch $@

.venv/ready-for-bench: .venv/ready-for-site requirements-bench.txt
	@$(PIP) install --quiet --require-hashes -r requirements-bench.txt
	@touch $@

# Two checkers of finished pages come by npm. Where there is no npm, the checks are left out and
# `make test` says so at its end; the mark is not made, so a machine that gets npm later catches up.
node_modules/ready: package-lock.json .npmrc
	@if command -v npm >/dev/null; then npm ci --loglevel=error >/dev/null && touch $@; fi

# The lock holds for every platform and for Python 3.11 and newer. Its other files are what the
# checks and measuring need beside the first, in the same versions.
# For newer versions: make lock NEWER=--upgrade
UV ?= $(BIN)/uv
COMPILE = $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes $(NEWER) \
  --custom-compile-command "make lock"

lock: .venv/ready-for-test
	@$(COMPILE) pyproject.toml --group build --output-file requirements.txt
	@$(COMPILE) --group test --constraints requirements.txt --output-file requirements-test.txt
	@$(COMPILE) --group bench --constraints requirements.txt --output-file requirements-bench.txt

clean:
	rm -rf .venv node_modules site .casebook .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
