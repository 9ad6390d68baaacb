# Every command of the project; `make` lists them.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed
PO := $(wildcard */locale/en/LC_MESSAGES/django.po)
PACKAGES := config kernel importers cases indicators resolutions screening benchmarks tests
export TAMIZ_DEBUG ?= 1

.DEFAULT_GOAL := help
.PHONY: help setup run demo test test-e2e check openapi golden bench bench-peers lock clean

help: ## list the commands
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

setup: $(STAMP) ## make the environment in .venv, run time and development

$(STAMP): requirements-dev.lock pyproject.toml $(PO)
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m config.translations
	touch $(STAMP)

run: setup ## set up, screen the demo file, serve on 127.0.0.1:8000
	$(BIN)/tamiz demo
	$(BIN)/tamiz serve

demo: setup ## the same without the server
	$(BIN)/tamiz demo

test: setup ## the whole suite (DATABASE_URL=postgres://... for PostgreSQL)
	$(BIN)/python -m pytest -n 2 --dist loadgroup

test-e2e: setup ## the journey in a real browser alone
	$(BIN)/python -m pytest -m e2e

check: setup ## format, lint, types, layers, migrations, deployment, API description
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m config.manage makemigrations --check --dry-run
	TAMIZ_DEBUG=0 TAMIZ_SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(50))') \
		$(BIN)/python -m config.manage check --deploy --fail-level WARNING
	$(BIN)/python -m config.openapi --check

openapi: setup ## write docs/reference/openapi.json anew
	$(BIN)/python -m config.openapi

golden: setup ## write what the code computes of the golden files anew; read the difference before you commit it
	$(BIN)/python -m pytest -q -m golden --golden

bench: setup ## the short benchmarks, figures printed
	$(BIN)/python -m benchmarks.throughput --names 1000 --lines 20000 --parties 1000 --clean 1000 --noisy 500

bench-peers: setup ## install the peers (needs ICU headers and g++) and compare with them
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-peers.lock
	mkdir -p out/bench
	$(BIN)/python -m benchmarks.report --peers --sizes 1000 --lines 20000 --parties 1000 --clean 1000 --noisy 500 \
		--budget 5 --folder out/bench

lock: ## resolve the locks anew (needs uv)
	uv pip compile pyproject.toml --universal --generate-hashes --no-header --no-annotate -q -o requirements.lock
	uv pip compile pyproject.toml --extra dev --extra postgres --extra cluster --universal --generate-hashes \
		--no-header --no-annotate -q -o requirements-dev.lock
	uv pip compile pyproject.toml --extra peers -c requirements-dev.lock --universal --generate-hashes \
		--no-header --no-annotate -q -o requirements-peers.lock

clean: ## remove everything that can be made anew
	rm -rf .venv var out *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
