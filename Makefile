# app: draw a digit in the browser. web: the page that needs no server, in _web. test: every notebook, as a test. train: the shipped network, from nothing. bench: beside others.
PYTHON ?= python3
BIN := .venv/bin
# that test: one more than there are cores, since browsers are waited for
WORKERS := $(shell echo $$(( $$(getconf _NPROCESSORS_ONLN) + 1 )))

.PHONY: app web test lint train bench refresh readme docs audit clean chromium
.DELETE_ON_ERROR:

app: .venv/app
	@$(BIN)/digitnb app

web: .venv/app
	@$(BIN)/digitnb web _web

test: .venv/dev chromium lint
	$(BIN)/nbdev_clean
	$(BIN)/nbdev_export
	@changed=$$(git status --porcelain -- nbs digitnb); if [ -n "$$changed" ]; then \
	  echo "Notebooks and package disagree, or aren't clean. Commit what nbdev_clean and nbdev_export changed:"; echo "$$changed"; exit 1; fi
	@$(README) | diff -q - README.md >/dev/null || { echo "README.md and nbs/index.ipynb disagree: make readme"; exit 1; }
	$(BIN)/nbdev_test --timing --do_print --n_workers $(WORKERS)
	@$(BIN)/python .ci/notebooks.py site 2>/dev/null || $(BIN)/python .ci/notebooks.py site # again, to say why not
	@count=$$(git ls-files 'nbs/*.ipynb' | wc -l); echo "$$count passed, 0 failed"

# The CSS and JavaScript that the package carries, by the rules that Biome recommends, and no name that isn't there; and the tests of the page's modules.
BIOME = npx --yes @biomejs/biome@2.6.8
lint:
	@command -v npx >/dev/null || { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -qq -y npm >/dev/null; } || { echo "The style sheets and scripts are checked by Biome, which needs npm. On Debian: apt install npm"; exit 1; }
	@$(BIOME) lint --error-on-warnings digitnb nbs/checks/web
	@$(BIOME) lint --only=correctness/noUndeclaredVariables digitnb nbs/checks/web
	@node --test nbs/checks/web/*.test.mjs >.node-test 2>&1 || { cat .node-test; exit 1; }; rm .node-test

train: .venv/train
	$(BIN)/digitnb train

# Run every notebook from top to bottom, slow cells too, and keep the outputs; but those that measure time only with `bench`, alone on the machine.
# The last two tell what the others have measured.
NOTEBOOKS = $(wildcard nbs/*.ipynb nbs/*/*.ipynb)
LAST = nbs/studies/card.ipynb nbs/index.ipynb
TIMED = nbs/studies/benchmark.ipynb nbs/studies/scale.ipynb nbs/studies/browser.ipynb nbs/checks/package.ipynb
REFRESHED = $(filter-out $(TIMED) $(LAST), $(NOTEBOOKS)) $(LAST)
refresh bench: .venv/dev chromium
	$(BIN)/jupyter nbconvert --to notebook --execute --inplace --ExecutePreprocessor.timeout=3600 $(if $(filter bench,$@),$(TIMED),$(REFRESHED))
	$(BIN)/python .ci/notebooks.py tidy $(NOTEBOOKS)
	$(BIN)/nbdev_clean

# README.md from nbs/index.ipynb, and whether it is that
README = $(BIN)/python .ci/notebooks.py readme
readme: .venv/dev
	$(README) > README.md

# The notebooks as a site in _docs: with Quarto where it is installed, else as plain pages. The page that reads, in _docs/read.
docs: .venv/dev
	@if command -v quarto >/dev/null; then $(BIN)/nbdev_docs; else $(BIN)/python .ci/notebooks.py site; fi
	@$(BIN)/digitnb web _docs/read

# Known vulnerabilities of what is installed, by the advisories of the Python Packaging Authority.
audit: .venv/dev
	@$(BIN)/pip install -q pip-audit
	$(BIN)/pip-audit --local --skip-editable --progress-spinner off

# Whatever was made by building; the environment, runs and the cache of data stay.
clean:
	rm -rf _docs _web _proc build dist *.egg-info .mypy_cache nbs/.ipynb_checkpoints nbs/*/.ipynb_checkpoints nbs/checks/.hypothesis

# Each set of extras is installed once, and again when what it needs has changed.
.venv/app .venv/train .venv/dev: .venv/%: settings.ini setup.py | .venv/bin/python
	@echo "Installing digitnb[$*] into .venv ..."
	@$(BIN)/pip install -q -e '.[$*]'
	@touch $@

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; where it has another name: make PYTHON=python3.12 ..."; exit 1; }
	@$(PYTHON) -m venv .venv 2>/dev/null || { rm -rf .venv; [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -qq -y python3-venv && $(PYTHON) -m venv .venv; } \
	  || { rm -rf .venv; echo "Python's venv is missing. On Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@$(BIN)/pip install -q --upgrade pip

# For the browser checks: an installed Chromium, else Playwright's, else Debian's.
chromium: .venv/dev
	@command -v chromium chromium-browser google-chrome >/dev/null || ls ~/.cache/ms-playwright/chromium-* >/dev/null 2>&1 || $(BIN)/playwright install chromium >/dev/null 2>&1 \
	  || { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -qq -y chromium >/dev/null; } || { echo "The browser checks need Chromium. On Debian: apt install chromium"; exit 1; }
