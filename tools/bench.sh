#!/usr/bin/env bash
# Measures on this machine and writes docs/benchmarks.md. Wants an idle machine.
set -euo pipefail
cd "$(dirname "$0")/.."
tools/build.sh
tools/build.sh publish
(cd bench/peers && npm ci --silent --no-audit --no-fund)
dotnet build bench/Huitou.Bench -c Release -nologo -v quiet
artifacts/bin/Huitou.Bench/release/Huitou.Bench "$@" --write docs/benchmarks.md
