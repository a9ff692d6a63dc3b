# Needs make and Python 3.11 or newer; everything else goes into .venv.

PORT ?= 8000
ARGS ?=
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

BIN = .venv/bin
PY = $(BIN)/python
PIP_INSTALL = $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all:
# Stamps are named for what a lock holds, not for its date: a checkout changes dates, not needs.
stamp = .venv/installed-$(1)-$(shell cksum < requirements/$(1).lock | cut -d' ' -f1)
RUNTIME = $(call stamp,runtime)
DEV = $(call stamp,dev)
PYTEST = $(PY) -m pytest -n 2 $(ARGS)
TOGETHER = $(addprefix tests/browser/test_,main_job.py two_browsers.py sending.py live.py)
# No .env: what is linted and tested is the product, not one installation of it.
PRODUCTION = FACTCHECK_ENV_FILE=/dev/null DEBUG=False ALLOWED_HOSTS=factcheck.example DATABASE_URL=sqlite://:memory: \
	SECRET_KEY=$$($(PY) -c 'import secrets; print(secrets.token_urlsafe(50))')

.PHONY: help run test lint format bench screenshots lock clean
.DEFAULT_GOAL := help

help: ## Print this list
	@sed -n 's/^\([a-z]*\):[^#]*## /\1\t/p' Makefile | while IFS="$$(printf '\t')" read -r name does; do \
		printf '  make %-12s %s\n' "$$name" "$$does"; done

run: $(RUNTIME) ## Serve the application with its demo desk on http://127.0.0.1:8000 (PORT=…)
	@$(PY) -m factcheck.demo_env free $(PORT)
	@$(PY) -m factcheck.demo_env write
	@$(PY) manage.py migrate --verbosity 0
	@$(PY) manage.py load_demo --if-empty
	@$(PY) manage.py collectstatic --noinput --verbosity 0
	@$(PY) -m factcheck.demo_env show $(PORT)
	@$(PY) manage.py run_worker & worker=$$!; \
		$(BIN)/gunicorn factcheck.wsgi --bind 127.0.0.1:$(PORT) --workers 2 --log-level warning --no-control-socket \
			--limit-request-line 0 & web=$$!; \
		trap 'kill $$worker $$web 2>/dev/null; wait' EXIT; trap 'exit 130' INT; trap 'exit 143' TERM; wait $$web

test: $(DEV) ## Run every test, on SQLite and, where it is installed, on PostgreSQL (ARGS=…)
	@$(PY) -m tests.chromium || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && \
		apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium libatomic1 >/dev/null; } || \
		{ echo 'Install Chromium and libatomic1, then run the tests again.'; exit 1; }
	TEST_DATABASE=sqlite $(PYTEST)
	@# What a page looks like does not hang on the database, nor does plain code; what two people do at once does.
	@if $(PY) -m tests.postgres; then set -x; \
		TEST_DATABASE=postgres $(PYTEST) --ignore tests/browser --ignore tests/text && \
		TEST_DATABASE=postgres $(PYTEST) $(TOGETHER); \
		else echo 'The tests were not run on PostgreSQL: install it to do so.'; fi

lint: $(DEV) ## Check format, style, imports, types, migrations and production settings
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports --no-logo
	$(BIN)/mypy
	@echo 'manage.py makemigrations --check; manage.py check --deploy'
	@$(PRODUCTION) $(PY) manage.py makemigrations --check --dry-run
	@$(PRODUCTION) $(PY) manage.py check --deploy --fail-level WARNING

format: $(DEV) ## Put the code into its format
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

bench: $(DEV) ## Measure the pages and commands that must stay fast
	$(PY) -m tests.benchmarks $(ARGS)

screenshots: $(DEV) ## Take pictures of every page into screenshots/ (ARGS=--readme: those of README)
	$(PY) -m tests.screenshots $(ARGS)

lock: $(DEV) ## Choose versions anew and write requirements/*.lock
	for extra in runtime dev; do \
		options=$$([ $$extra = dev ] && echo '--extra dev --constraint requirements/runtime.lock'); \
		$(BIN)/uv pip compile pyproject.toml $$options --quiet --upgrade --universal --python-version 3.11 \
			--generate-hashes --only-binary :all: --no-emit-index-url --no-config \
			--custom-compile-command 'make lock' --output-file requirements/$$extra.lock || exit 1; done

clean: ## Remove what make has made, except the database and .env
	rm -rf .venv staticfiles .pytest_cache .ruff_cache .mypy_cache .import_linter_cache .hypothesis test-results screenshots
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/bin/python:
	@[ -n '$(PYTHON)' ] || { echo 'Factcheck needs Python 3.11 or newer, and none was found on the PATH.'; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; \
		echo 'Python cannot make a virtual environment; on Debian, install python3-venv.'; exit 1; }

.venv/installed-%: .venv/bin/python
	@echo 'Installing packages into .venv …'
	@$(PIP_INSTALL) -r requirements/$(firstword $(subst -, ,$*)).lock
	@rm -f .venv/installed-$(firstword $(subst -, ,$*))-*
	@touch $@
