# Everything that is done to this repository, in ten verbs. CI runs `test` and `format`, nothing else.
.PHONY: demo run test long bench shots format publish openapi migrations
SHELL := /bin/bash
HUITOU := artifacts/bin/Huitou.Cli/release/huitou

demo: build            ## a fresh demo shop on http://127.0.0.1:5080, signed in as its owner
	@tools/demo.sh $(HUITOU)

run: build             ## Huitou on its data folder (HUITOU_DATA, default ./data)
	@$(HUITOU) serve

test:                  ## installs what the tests need and runs every one
	@tools/test.sh

long:                  ## the long campaigns: more seeds, more histories
	@HUITOU_LONG=1 tools/test.sh

bench:                 ## measures, and writes docs/benchmarks.md
	@tools/bench.sh

shots: build           ## pictures of every page in docs/shots, and those of the README
	@tools/install.sh && cd web && node e2e/shots.mjs && node e2e/shots.mjs --readme

format:                ## fails on what is not formatted
	@tools/format.sh

publish:               ## one self-contained folder for linux-x64, in artifacts/huitou
	@tools/build.sh publish

openapi: build         ## writes docs/openapi.json and the web's types from the code
	@HUITOU_UPDATE_OPENAPI=1 dotnet test --project test/Huitou.Server.Tests -c Release -- --filter-class '*OpenApi*' && cd web && npm run --silent api

migrations:            ## adds a migration called NAME for both databases
	@tools/migrations.sh $(NAME)

.PHONY: build
build:
	@tools/build.sh
