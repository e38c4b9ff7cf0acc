# Guanxi: two commands are enough, `make run` and `make test`.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

BINARY := target/debug/guanxi
# Everything that `make generate` writes; all of it is committed.
GENERATED := $(wildcard openapi/*) docs/configuration.md frontend/src/lib/api/schema.d.ts frontend/src/routeTree.gen.ts
FRONTEND_SOURCES := $(shell find frontend -path frontend/node_modules -prune -o -path frontend/dist -prune -o \
	-path frontend/tools/openapi-types/node_modules -prune -o -type f -print 2>/dev/null)

.PHONY: help
help: ## This list
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-14s %s\n", $$1, $$2 }'

# ── A fresh machine ────────────────────────────────────────────────────────────────────────

.PHONY: tools
tools:
	@scripts/check-tools.sh

PACKAGES := tools/postgres frontend frontend/tools/openapi-types

.PHONY: setup
setup: tools $(PACKAGES:%=%/node_modules/.package-lock.json) ## Install from npm: PostgreSQL and the packages of the web app

# Install scripts are not run; the server lays the links that PostgreSQL's package wants laid.
%/node_modules/.package-lock.json: %/package.json %/package-lock.json
	cd $* && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

# ── Run ────────────────────────────────────────────────────────────────────────────────────

.PHONY: run
run: build ## Start Guanxi with demo data at http://127.0.0.1:8080
	@exec $(BINARY) serve --demo

.PHONY: build
build: setup frontend/dist/index.html
	cargo build --locked --package guanxi-server

frontend/dist/index.html: frontend/node_modules/.package-lock.json $(FRONTEND_SOURCES)
	cd frontend && npx --no-install vite build --logLevel warn
	node scripts/compress.mjs frontend/dist
	@touch $@

.PHONY: release
release: setup frontend/dist/index.html ## Build the optimised binary, target/release/guanxi, with the web app inside
	cargo build --locked --release --package guanxi-server

.PHONY: db-reset
db-reset: ## Forget the local database
	@for folder in var/pg "$$(readlink var/pg/elsewhere || true)"; do \
		pid=$$(head -n 1 "$$folder/data/postmaster.pid" 2>/dev/null || true); \
		if [ -n "$$pid" ]; then echo "PostgreSQL runs ($$pid): stop Guanxi first"; exit 1; fi; \
		if [ -n "$$folder" ]; then rm -rf "$$folder"; fi; \
	done
	rm -rf var

# ── Test ───────────────────────────────────────────────────────────────────────────────────

.PHONY: test
test: setup lint test-rust stale test-frontend test-e2e ## Everything that must hold: what CI runs
	@echo "All is well."

.PHONY: ci
ci: test

.PHONY: check
check: setup lint ## The quick part of the tests, before each push
	cargo test --locked --workspace --lib
	cd frontend && npx --no-install vitest run

.PHONY: lint
lint:
	cargo fmt --all --check
	cargo clippy --locked --workspace --all-targets --quiet -- -D warnings
	@if command -v cargo-deny >/dev/null; then cargo deny --locked --log-level error check bans licenses sources; \
	else echo "cargo-deny is not installed: licences and banned crates are not checked"; fi
	cd frontend && npx --no-install biome check . && npx --no-install tsc --noEmit

# T=words runs the tests whose names contain them.
.PHONY: test-rust
test-rust: setup ## Unit, property, API, contract and fault tests; T=claim runs those with claim in their name
	cargo test --locked --workspace $(T)

.PHONY: test-frontend
test-frontend: setup frontend/dist/index.html ## Unit tests of the web app, and what its pages weigh
	cd frontend && npx --no-install vitest run
	node frontend/tools/size-check.mjs

.PHONY: test-e2e
test-e2e: build ## Browser tests against the real binary; E="-g import" narrows them
	scripts/e2e.sh $(E)

.PHONY: stale
stale: setup ## Fail when something generated does not fit its source
	@before=$$(sha256sum $(GENERATED)); $(MAKE) generate; after=$$(sha256sum $(GENERATED)); \
	if [ "$$before" != "$$after" ]; then \
		echo "Generated files were stale and are fresh now; look at them and commit:"; \
		diff <(echo "$$before") <(echo "$$after") | awk '/^>/ { print "  " $$3 }'; exit 1; \
	fi

.PHONY: bench
bench: release ## Measure requests, and PostgreSQL beside them; B="--sizes=10000 --seconds=2" is the short form
	cargo run --locked --release --package guanxi-load -- $(B)

.PHONY: bench-web
bench-web: build ## Measure the web app in a browser: first text, layout shift, scripts, main thread
	scripts/with-server.sh node tools/perf.mjs

# ── Write ──────────────────────────────────────────────────────────────────────────────────

.PHONY: generate
generate: setup ## Refresh everything that is generated
	cargo build --locked --quiet --package guanxi-server
	@mkdir -p openapi
	$(BINARY) openapi > openapi/openapi.json.new && mv openapi/openapi.json.new openapi/openapi.json
	$(BINARY) doctor --configuration-docs > docs/configuration.md.new && mv docs/configuration.md.new docs/configuration.md
	npm --prefix frontend run --silent gen:api
	cd frontend && node tools/gen-routes.mjs

.PHONY: new-migration
new-migration: ## Start a migration; N=what_it_does
	@test -n "$(N)" || { echo "make new-migration N=what_it_does"; exit 1; }
	@last=$$(ls migrations/*.sql | sort | tail -1 | sed 's|migrations/\([0-9]*\)_.*|\1|'); \
	file=$$(printf 'migrations/%04d_%s.sql' $$((10#$$last + 1)) "$(N)"); \
	echo "-- $(N)" > $$file; echo $$file
