# `make` lists the targets. Only Python 3.11 or newer and make are needed; packages come locked, with their hashes.

PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
LOCK := $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --no-annotate
DATA ?= ../shared/bench
OUT ?=

.DEFAULT_GOAL := help
.PHONY: help venv demo test check format-check lint types layers tests fmt golden bench bench-quality lock clean

help:  ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-15s %s\n", $$1, $$2}' Makefile

venv: $(READY)  ## Make the environment in .venv from the locked packages

$(READY): requirements/dev.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: install it, or run make PYTHON=/path/to/python"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "installing the locked packages into $(VENV) (once; a few minutes)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

demo: venv  ## Build the record of the example articles, show it, write the dossier
	@mkdir -p demo && rm -f demo/case.db
	@$(BIN)/accord build examples/articles --case demo/case.db
	@$(BIN)/accord show demo/case.db
	@echo
	@echo "the dossier, to open in a browser:"
	@$(BIN)/accord report demo/case.db -o demo/dossier.html

test: check  ## The same as check

check: format-check lint types layers tests  ## All that CI runs: format, lint, types, layers, tests

format-check: venv
	$(BIN)/ruff format --check .

lint: venv
	$(BIN)/ruff check .

types: venv
	$(BIN)/mypy

layers: venv
	$(BIN)/lint-imports

tests: venv
	$(BIN)/python -m pytest

fmt: venv  ## Format the code and mend what lint can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

golden: venv  ## Write the expected records of the examples anew; read the diff
	$(BIN)/python -m tests.golden

bench: venv  ## Quality by set, speed beside plain spaCy, growth
	$(BIN)/python -m bench

bench-quality: venv  ## Only quality: make bench-quality DATA=FOLDER OUT=FILE [ONLY=SET,SET] [LIMIT=N]
	$(BIN)/python -m bench quality --data $(DATA) $(if $(OUT),--out $(OUT)) $(if $(ONLY),--only $(ONLY)) $(if $(LIMIT),--limit $(LIMIT))

lock: venv  ## Lock the packages anew
	$(LOCK) -o requirements/run.txt
	$(LOCK) --group dev -c requirements/run.txt -o requirements/dev.txt

clean:  ## Remove what was built, keep the environment
	rm -rf demo build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
