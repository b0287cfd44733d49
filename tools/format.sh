#!/usr/bin/env bash
# Fails on C# that is not formatted and on pages that do not lint or type-check.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet format whitespace Huitou.slnx --verify-no-changes --no-restore
cd web
[ -d node_modules ] || npm ci --no-audit --no-fund --loglevel=error
npm run --silent lint
