# Everything happens in .venv, which is made on first use from the first Python >= 3.11 found.
PYTHON ?= $(shell for p in python3 python python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
# Stamps: what `kg` needs is installed, and what its tests need on top.
RUN := .venv/.run
DEV := .venv/.dev
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo test lint score bench names wheel clean

demo: $(RUN)  ## read the example reports and ask the graph four questions
	@$(BIN)/python scripts/demo.py

test: $(DEV)
	@sh tests/services/install
	$(BIN)/pytest

lint: $(DEV)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

score: $(RUN)  ## needs ../shared
	$(BIN)/python scripts/score.py

bench: $(RUN)
	$(BIN)/python scripts/bench.py
	$(BIN)/python scripts/bench_cypher.py

names: $(RUN)  ## needs ../shared
	$(BIN)/python scripts/build_names.py

wheel: $(DEV)
	rm -rf dist
	$(BIN)/python -m build --wheel --outdir dist

clean:
	rm -rf .venv build dist

$(RUN): pyproject.toml
	@test -n "$(PYTHON)" || { echo "No Python 3.11 or later was found: install one, or say make PYTHON=/path/to/python" >&2; exit 1; }
	@echo "Setting up .venv"
	@test -x $(BIN)/pip || $(PYTHON) -m venv .venv || { rm -rf .venv; echo "$(PYTHON) cannot make a virtual environment: install its venv module (Debian: python3-venv)" >&2; exit 1; }
	@$(BIN)/pip install --quiet --editable .
	@touch $@

$(DEV): $(RUN)
	@$(BIN)/pip install --quiet --editable '.[dev]'
	@touch $@
