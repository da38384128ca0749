# Everything a contributor needs; `make` alone lists it.
# Needs nothing but make and Python 3.11 or newer: the rest lands in .venv/.

PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
AS_TEST := DJANGO_SETTINGS_MODULE=config.settings.test
TEMPLATES := find . -name '*.html' -path '*templates/*' -not -path './$(VENV)/*'
ARGS ?=

# The first interpreter that really runs and is new enough. A name on the path
# proves nothing: version managers leave names behind that only print an error.
find_python = for candidate in "$(PYTHON)" python3.13 python3.12 python3.11 python3 python; do \
	  if [ -n "$$candidate" ] && "$$candidate" -c \
	    'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
	    echo "$$candidate"; break; \
	  fi; \
	done

.DEFAULT_GOAL := help
.PHONY: help run editor test lint format bench shell messages check-messages lock clean \
	elasticsearch elasticsearch-stop environment
.DELETE_ON_ERROR:

help: ## Show this list
	@echo "Usage: make TARGET [PORT=8000] [PYTHON=python3.12] [ARGS=...]"
	@echo
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) \
	  | while IFS='|' read -r name text; do printf '  %-18s %s\n' "$$name" "$$text"; done

run: $(VENV)/.stamp-base environment ## Set everything up and start the site (PORT=8000)
	@$(MANAGE) serve --port $(PORT)

editor: $(VENV)/.stamp-base environment ## Make an account that may edit everything
	@$(MANAGE) createsuperuser

test: $(VENV)/.stamp-dev ## Run the tests (ARGS="-k name" to choose)
	$(BIN)/pytest -n 2 --dist loadgroup $(ARGS)

lint: $(VENV)/.stamp-dev ## Check style, layers, migrations and settings
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(TEMPLATES) -exec $(BIN)/djhtml --check {} +
	PYTHONPATH=.:site $(BIN)/lint-imports
	@mkdir -p var/fonts
	$(AS_TEST) $(MANAGE) makemigrations --check --dry-run
	$(AS_TEST) $(MANAGE) check
	DJANGO_SETTINGS_MODULE=config.settings.production ALLOWED_HOSTS=example.org \
	  SECRET_KEY="$$($(BIN)/python -c 'import secrets; print(secrets.token_hex(50))')" \
	  $(MANAGE) check --deploy --fail-level WARNING

format: $(VENV)/.stamp-dev ## Put code and templates into the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(TEMPLATES) -exec $(BIN)/djhtml {} +

bench: $(VENV)/.stamp-dev environment ## Measure how fast the site answers
	PYTHONPATH=.:site $(BIN)/python -m benchmarks $(ARGS)

elasticsearch: $(VENV)/.stamp-dev ## Start a private Elasticsearch (needs Maven)
	@$(BIN)/python -m development.elasticsearch start

elasticsearch-stop: $(VENV)/.stamp-dev ## End it again
	@$(BIN)/python -m development.elasticsearch stop

shell: $(VENV)/.stamp-base environment ## Open a Python shell with the site loaded
	@$(MANAGE) shell

messages: $(VENV)/.stamp-dev ## Bring the texts to translate up to date (needs gettext)
	$(AS_TEST) $(MANAGE) collect_messages $(ARGS)

check-messages: $(VENV)/.stamp-dev
	$(AS_TEST) $(MANAGE) collect_messages --check

lock: $(VENV)/.stamp-dev ## Renew the lock files (ARGS=--upgrade for new versions)
	$(BIN)/python .ci/lock.py $(ARGS)

clean: ## Remove what was made here, except .env and the database
	rm -rf $(VENV) .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	find . -name '*.mo' -path '*LC_MESSAGES*' -delete

# A secret key of this clone's own, in the ignored file .env.
environment: $(VENV)/.stamp-base
	@$(BIN)/python site/config/bootstrap.py

$(BIN)/python:
	@python="$$($(find_python))"; \
	if [ -z "$$python" ]; then \
	  echo "No Python 3.11 or newer was found." >&2; \
	  echo "Install one, or name it: make run PYTHON=/path/to/python3" >&2; \
	  exit 1; \
	fi; \
	echo "Making $(VENV) with $$("$$python" --version)"; \
	"$$python" -m venv $(VENV) || { \
	  rm -rf $(VENV); \
	  echo "$$python has no venv (Debian: apt-get install python3-venv)" >&2; \
	  exit 1; \
	}

$(VENV)/.stamp-base: requirements/base.txt | $(BIN)/python
	@echo "Installing the site's packages (a minute or two the first time)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check \
	  --require-hashes -r $<
	@touch $@

$(VENV)/.stamp-dev: requirements/dev.txt requirements/base.txt | $(BIN)/python
	@echo "Installing the site's and the tests' packages"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check \
	  --require-hashes -r $<
	@touch $(VENV)/.stamp-base $@
