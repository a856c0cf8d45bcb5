# The front door. `make` makes .venv from the locked, hashed requirements; after it the command is .venv/bin/vedette.
PYTHON ?= python3.11
SHARED ?= $(or $(VEDETTE_SHARED),../shared)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet

.PHONY: all dev demo test check floors bench models lock repin clean
.DEFAULT_GOAL := all

all: .venv/.ready
dev: .venv/.ready-dev

.venv/.ready: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv || python3 -m venv .venv
	$(PIP) --require-hashes --requirement requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	touch $@

.venv/.ready-dev: .venv/.ready requirements-dev.lock
	$(PIP) --require-hashes --requirement requirements-dev.lock
	touch $@

demo: all
	$(BIN)/vedette demo

# The laws and the parts; the corpus beside the repository is another target.
test: dev
	$(BIN)/python -m pytest -q --ignore tests/quality

check: dev
	$(BIN)/python -m ruff check .
	$(BIN)/python -m mypy

# The corpus is read and scored; floors only rise.
floors: dev
	VEDETTE_SHARED=$(SHARED) $(BIN)/python -m pytest -q tests/quality

repin: dev
	VEDETTE_SHARED=$(SHARED) $(BIN)/python -m tests.quality.repin

bench: dev
	VEDETTE_SHARED=$(SHARED) $(BIN)/python -m benchmarks.all

# Retrains what the repository ships; half an hour to an hour, one core each. Needs the data beside the repository.
models: dev
	VEDETTE_SHARED=$(SHARED) $(BIN)/python -m models.en.train --out vedette/lang/en/model
	VEDETTE_SHARED=$(SHARED) $(BIN)/python -m models.be.train --out vedette/lang/be/model/be.udpipe

# Exact versions with hashes for Python 3.11 on Linux x86_64 and aarch64 (and whatever else has wheels). Needs uv.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  pyproject.toml --group build --output-file requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --group dev --constraint requirements.lock --output-file requirements-dev.lock

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
