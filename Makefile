# Two commands do everything: make run and make test. What they do is in .ci/.
PORT ?= 8000
PYTHON ?= python3

.PHONY: help run test soak bench lint

help:  ## Say what there is
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

run:  ## Set up what is missing and serve the site (PORT=8123 for another port)
	@$(PYTHON) .ci/set_up.py
	@exec .venv/bin/python .ci/serve.py $(PORT)

test:  ## Lint, types, every test on SQLite and PostgreSQL, journeys in a browser
	@$(PYTHON) .ci/set_up.py --tests
	@exec .venv/bin/python .ci/check.py

soak:  ## The races, 200 rounds each, on SQLite and PostgreSQL; journeys on a slow line
	@$(PYTHON) .ci/set_up.py --tests
	@exec .venv/bin/python .ci/check.py soak

bench:  ## Time the drawing of cards, packs, the review queue, and the public pages over 100,000 records
	@$(PYTHON) .ci/set_up.py --tests
	@exec .venv/bin/python .ci/check.py bench

lint:  ## Format, lint and types
	@$(PYTHON) .ci/set_up.py --tests
	@exec .venv/bin/python .ci/check.py lint
