# Two commands a newcomer needs, each doing all of its own set-up in .venv and .cache:
#
#   make run     a live demo at http://127.0.0.1:8000 (PORT, HOST and DATA are honoured)
#   make test    every check and every test, with a real browser, PostgreSQL and Redis
#
# And for those who change things: client, lint, format, protocol, coverage, bench, mutants, lock, clean.

.DEFAULT_GOAL := run
.DELETE_ON_ERROR:

# The oldest that will do comes first, since that is the one the locks are tried on.
SUITS := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for p in python3.11 python3 python3.12 python3.13 python3.14; do \
  $$p -c '$(SUITS)' 2>/dev/null && echo $$p && break; done)

BIN := .venv/bin
UV := UV_SYSTEM_CERTS=1 UV_PYTHON_DOWNLOADS=never $(BIN)/uv pip install --quiet --python $(BIN)/python
# Python keeps what it compiled of the libraries, unless the environment forbids it: then each start would compile all of
# them anew, which takes longer than all else, and so set-up does it once. Our own code stays uncompiled there, which costs
# a sixth of a start: whoever sets that variable wants no files beside the sources.
COMPILED := $(if $(PYTHONDONTWRITEBYTECODE),--compile-bytecode)
UNREACHED = { echo "make: could not install $(1); the lines above say why (are the package registries within reach?)." >&2; exit 1; }

.PHONY: run test coverage lint format protocol bench mutants client lock clean

run: .venv/.runs client
	@exec $(BIN)/vissenkom demo

test: lint
	@sh tests/system-parts.sh
	$(BIN)/python -m pytest -n auto --dist worksteal $(COVERED) $(ARGS)

# The same tests, and which lines they never reached. Watching that makes what runs in the tests' own processes take
# 1.4 times as long.
coverage: COVERED := --cov --cov-report=term
coverage: test

lint: .venv/.tests client
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --check --quiet
	$(BIN)/mypy
	$(BIN)/lint-imports
	cd app/client && PATH="$(CURDIR)/$(BIN):$$PATH" && npm run --silent lint && npm run --silent types && npm test --silent

format: .venv/.tests client
	$(BIN)/ruff check --quiet --fix
	$(BIN)/ruff format --quiet
	cd app/client && PATH="$(CURDIR)/$(BIN):$$PATH" npm run --silent format

# What is made of the types in app/: the client's protocol.ts, the schemas in docs/asyncapi.yaml, the record's.
protocol: .venv/.tests client
	$(BIN)/python -m tools.protocol

# What it costs, each goal beside its figure (docs/benchmarks.md). ARGS="--only burst,cut --runs 1" for a part of it.
bench: .venv/.tests client
	$(BIN)/python -m tests.bench $(ARGS)

# Whether tests/core notices small changes to the core: a random hundred of them. ARGS="--seed 7 --number 50" for others.
mutants: .venv/.tests
	nice -n 15 $(BIN)/python -m tools.mutants $(ARGS)

# Takes no time when neither the client's sources nor what they are built with changed.
client: .venv/.runs
	@$(BIN)/python hatch_build.py

.venv/bin/uv: requirements/uv.txt
	@test -n "$(PYTHON)" || { echo "make: Python 3.11 or newer with its venv module is needed (Debian: apt-get install python3-venv)." >&2; exit 1; }
	@echo "make: setting up Python, Node and the pages (a minute, the first time)" >&2
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || $(call UNREACHED,a virtual environment)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $< || $(call UNREACHED,uv)
	@touch $@

.venv/.runs: .venv/bin/uv requirements/run.txt requirements/build.txt pyproject.toml hatch_build.py
	@$(UV) $(COMPILED) --require-hashes -r requirements/run.txt -r requirements/build.txt || $(call UNREACHED,what the server needs)
	@$(UV) --no-deps --no-build-isolation --editable . || $(call UNREACHED,vissenkom)
	@touch $@

.venv/.tests: .venv/.runs requirements/dev.txt
	@$(UV) $(COMPILED) --require-hashes -r requirements/dev.txt || $(call UNREACHED,what the tests need)
	@touch $@

# Keeps the versions that are locked already; `make lock UPGRADE=--upgrade` takes new ones.
COMPILE = UV_SYSTEM_CERTS=1 $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url \
  --no-annotate --python-version 3.11 --custom-compile-command "make lock" $(UPGRADE)
lock: .venv/bin/uv
	$(COMPILE) pyproject.toml --extra scale --group dev --output-file requirements/dev.txt
	$(COMPILE) pyproject.toml -c requirements/dev.txt --output-file requirements/run.txt
	$(COMPILE) pyproject.toml --extra scale -c requirements/dev.txt --output-file requirements/scale.txt
	$(COMPILE) --group build -c requirements/dev.txt --output-file requirements/build.txt
	$(COMPILE) --group uv --output-file requirements/uv.txt

clean:
	rm -rf .venv .cache app/client/node_modules app/static/built .mypy_cache .ruff_cache .pytest_cache .coverage* mutants
