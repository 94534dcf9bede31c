# Everything one does with Dnevnichok; `make` alone lists it.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# What the bot needs, and what its tests and checks need besides: the demo does not wait for the latter.
STAMP := $(VENV)/.installed
TOOLS := $(VENV)/.installed-tools
# Compiled with the environment, so that no start has to, wherever Python is told to keep nothing compiled.
SOURCES := bot handlers journal locales notifications reports simulator storage
INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check -c constraints.txt
WORKERS := 3

.DEFAULT_GOAL := help
.PHONY: help setup demo play run test check bench i18n migrate coverage-of-requirements clean

help: ## Show this list
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-26s %s\n", $$1, $$2}'

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed, $$($(PYTHON) --version) was found"; exit 1; }
	@echo "Setting up $(VENV) (once, about a minute)"
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null \
		|| { echo "Python cannot make an environment here; on Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(INSTALL) -e .
	@$(BIN)/python -m compileall -q -j 0 $(SOURCES)
	@touch $@

$(TOOLS): $(STAMP)
	@$(INSTALL) -e '.[dev]'
	@touch $@

setup: $(STAMP) .env ## What a school needs: the environment, and .env with a fresh SECRET

demo: $(STAMP) ## A school day in the browser: four phones, the real bot, a local Telegram
	@$(BIN)/python -m bot demo

play: $(STAMP) ## The same day by itself, without a browser: prints the chats, then ends
	@$(BIN)/python -m bot play

run: $(STAMP) .env ## The real bot (needs BOT_TOKEN in .env)
	@$(BIN)/python -m bot run

test: $(TOOLS) ## All tests, on SQLite and on PostgreSQL
	@$(BIN)/python -m pytest -q -n $(WORKERS) --dist loadfile --no-loadscope-reorder

check: $(TOOLS) ## What must hold before a change is taken: style, types, floors, catalogues
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@PYTHONPATH=. $(BIN)/lint-imports --no-cache >$(VENV)/floors.txt || { cat $(VENV)/floors.txt; exit 1; }
	@$(BIN)/mypy
	@$(BIN)/python -m locales.extraction --check

bench: $(TOOLS) ## Measure speed, side by side with what it is held against
	@$(BIN)/python -m bench

i18n: $(TOOLS) ## Bring the catalogues in step with the sources
	@$(BIN)/python -m locales.extraction

migrate: $(STAMP) ## Bring the database up to date
	@$(BIN)/python -m bot migrate

coverage-of-requirements: $(TOOLS) ## Which requirements have a test, and which have none
	@$(BIN)/python -m pytest -q --collect-only -p tests.support.coverage

clean: ## Remove the environment and all caches (never a database)
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

.env:
	@cp .env.example $@
	@printf '\nSECRET=%s\n' "$$($(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(32))')" >> $@
	@chmod 600 $@
	@echo "Made .env: put your BOT_TOKEN into it"
