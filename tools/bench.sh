#!/usr/bin/env bash
# Measures on this machine and writes docs/benchmarks.md. Wants an idle machine.
set -euo pipefail
cd "$(dirname "$0")/.."
tools/build.sh
tools/build.sh publish
# The lock names the package of this platform alone, which `npm ci` takes for a mistake.
npm --prefix bench/peers install --no-save --silent --no-audit --no-fund
dotnet build bench/Huitou.Bench -c Release -nologo -v quiet
artifacts/bin/Huitou.Bench/release/Huitou.Bench "$@" --write docs/benchmarks.md
