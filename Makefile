# `make demo` shows it all on invented people, `make test` passes the tests; both set up .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
CATALOGUES := $(wildcard src/parasocial/i18n/*/LC_MESSAGES/*.po)

.DEFAULT_GOAL := help
.PHONY: help demo app test world report check golden docs validation catalogues pictures lock bench clean

help: ## List what there is to make
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

$(READY): requirements.lock pyproject.toml $(CATALOGUES)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "parasocial needs Python 3.11 or later: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
		|| { echo "venv is missing; on Debian or Ubuntu: apt install python3-venv"; exit 1; }
	@if command -v uv >/dev/null; then \
		uv pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements.lock && \
		uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e . ; \
	else \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock && \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . ; \
	fi
	@$(BIN)/python -m compileall -q src examples
	@touch $@

demo: $(READY) ## Show it all on the bundled example
	@$(BIN)/parasocial demo --force

app: $(READY) ## Open the app: hand over your own files, look, correct, keep
	@$(BIN)/parasocial app

test: $(READY) ## Pass the tests
	@$(BIN)/pytest -q -n auto

world: $(READY) ## Make the invented world and say what it holds
	@$(BIN)/python examples/population.py

report: $(READY) ## Report on your own export: make report FILE=path
	@test -n "$(FILE)" || { echo "Say which: make report FILE=path/to/export.zip"; exit 2; }
	@$(BIN)/parasocial report "$(FILE)" --open

check: $(READY) ## Lint, types, layers, the longer tests, and the SQL on Spark
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/pytest -q -n auto -m thorough
	@$(BIN)/pytest -q -m spark

golden: $(READY) ## Write the golden files anew; review the difference
	@$(BIN)/pytest -q tests/readers --update-golden

docs: $(READY) ## Write the generated pages anew
	@$(BIN)/python scripts/docs.py

catalogues: $(READY) ## Bring the translations' catalogues up to date with the English texts
	@$(BIN)/python scripts/translations/catalogues.py

validation: $(READY) ## Hold the measures against whole logs and published figures
	@$(BIN)/pytest -q -n 0 -m validation --update-golden tests/validation; \
		status=$$?; $(BIN)/python scripts/docs.py; exit $$status

pictures: $(READY) ## Make the README's pictures from the demo page (needs chromium)
	@$(BIN)/python scripts/pictures.py

lock: ## Lock dependencies anew (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-emit-find-links --no-header --extra dev pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-emit-find-links --no-header --all-extras -c requirements.lock pyproject.toml \
		-o requirements-extras.lock

bench: $(READY) ## Measure: ratios against named peers (needs requirements-extras.lock)
	@$(BIN)/python benchmarks/reading.py

clean: ## Remove the environment and what was built
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache
