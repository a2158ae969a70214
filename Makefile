# The commands of the repository. `make` alone lists them.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
# Where rustup puts Rust, for shells that don't know it yet.
export PATH := $(PATH):$(HOME)/.cargo/bin

# Cargo may have been told to build elsewhere.
JINQIAO := $(or $(CARGO_TARGET_DIR),target)/debug/jinqiao

.PHONY: help
help: ## List the commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' Makefile | while IFS=$$'\t' read -r name text; do printf 'make %-10s %s\n' "$$name" "$$text"; done

.PHONY: run
run: ## Build everything and serve it at http://localhost:8080 with demo data
	@scripts/need.sh
	@scripts/web.sh build
	cargo build --workspace --bins
	@JINQIAO_DEMO_CACHE=$(dir $(JINQIAO))demo-cache exec $(JINQIAO) serve --demo

.PHONY: dev
dev: ## Serve with reloading of both sides at http://localhost:5173
	@exec scripts/dev.sh

.PHONY: check
check: ## Quick checks: stories on SQLite, vitest, lints (STEPS="tsc biome" for some of them)
	@exec scripts/test.sh check $(STEPS)

.PHONY: test
test: ## Everything: both databases, documentation, drift, size budgets, browser journeys
	@exec scripts/test.sh test $(STEPS)

.PHONY: test-all
test-all: ## The same with every story on both databases, before a release
	@exec scripts/test.sh test-all $(STEPS)

.PHONY: attack
attack: ## Attack a demo server with generated requests, as each role (STEPS="schema")
	@scripts/need.sh
	@exec scripts/attack.sh $(STEPS)

.PHONY: bench
bench: ## Measure the engine and the server, with the demo and 40 times as much (FACTOR=425, STEPS="server-postgres")
	@exec scripts/bench.sh $(STEPS)

.PHONY: drill
drill: ## Kills, a full disk, a lost database, a proxy, floods, with real processes (STEPS="kills disk" for some of them)
	@exec scripts/drill.sh $(STEPS)

.PHONY: screenshots
screenshots: ## Take the pictures of docs/screenshots anew
	@scripts/need.sh
	@scripts/web.sh build
	cargo build --locked --workspace --bins
	cd web && npx playwright test --config screenshots.config.ts

.PHONY: openapi
openapi: ## Write openapi.json, docs/states.md and the web side's types anew
	@scripts/need.sh
	@scripts/web.sh install
	@mkdir -p web/dist
	cargo build --workspace --bins
	$(JINQIAO) openapi >$(JINQIAO).openapi.json
	mv $(JINQIAO).openapi.json openapi.json
	$(JINQIAO) states >docs/states.md
	cd web && npm run generate

.PHONY: fmt
fmt: ## Format and sort the imports of both sides
	cargo fmt --all
	@scripts/web.sh install
	cd web && npm run format

.PHONY: clean
clean: ## Remove what was built; the data stays
	cargo clean
	rm -rf web/dist web/node_modules web/test-results web/playwright-report
