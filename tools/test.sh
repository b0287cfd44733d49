#!/usr/bin/env bash
# Runs every test: .NET, the pages' units, journeys in a real browser. Ends with one line: N passed, N failed, N skipped.
set -uo pipefail
cd "$(dirname "$0")/.."
tools/install.sh || exit 1
tools/build.sh all || exit 1

passed=0; failed=0; skipped=0; broken=0
logs=artifacts/test; mkdir -p "$logs"

count() { # adds the counts of a suite whose log says "N passed, N failed, N skipped" last
  local line; line=$(grep -E '^[0-9]+ passed, [0-9]+ failed, [0-9]+ skipped$' "$1" | tail -1)
  if [ -z "$line" ]; then echo "$2 ended without a count"; broken=1; return; fi
  read -r p _ f _ s _ <<<"${line//,/}"
  passed=$((passed + p)); failed=$((failed + f)); skipped=$((skipped + s))
}

suite() { # name, then the command
  local name=$1 log=$logs/$1.log start=$SECONDS; shift
  "$@" >"$log" 2>&1; local code=$?
  sed -nE 's/^ *total: .*//; s/^ *(failed|succeeded|skipped): ([0-9]+).*/\1 \2/p' "$log" |
    awk '{n[$1]=$2} END {if ("succeeded" in n) printf "%d passed, %d failed, %d skipped\n", n["succeeded"], n["failed"], n["skipped"]}' >>"$log"
  count "$log" "$name"
  echo "$name: $(grep -E '^[0-9]+ passed' "$log" | tail -1) ($((SECONDS - start)) s)"
  if [ $code -ne 0 ]; then broken=1; tail -n 120 "$log"; fi
  grep -E '^ *skipped ' "$log"
}

for project in test/*/; do
  name=$(basename "$project")
  suite "$name" dotnet test --project "$project" -c Release --no-build --no-progress --output Detailed
done
# The kernels once more on their plain path, as on a machine without vectors.
suite Huitou.Engine.Tests-scalar env DOTNET_EnableHWIntrinsic=0 dotnet test --project test/Huitou.Engine.Tests -c Release --no-build --no-progress --output Detailed
suite web npm --prefix web run --silent test
suite journeys npm --prefix web run --silent e2e

# A ratio to what runs beside it in the same minute, at half of what benchmarks want: a machine may be slow, but then it is for both.
npm --prefix bench/peers install --no-save --silent --no-audit --no-fund && artifacts/bin/Huitou.Bench/release/Huitou.Bench check || { echo "bench: the Engine is too slow beside DuckDB"; broken=1; }

[ -d "${HUITOU_TEST_DATA:-../shared/data}" ] || echo "The folder of published data is absent: the tests listed as skipped above compared nothing with it."
if [ "$failed" != 0 ]; then
  echo "What failed, in short:"
  sed -r 's/\x1b\[[0-9;]*m//g' "$logs"/*.log | grep -E -A12 '^ *(failed |Error: |[0-9]+\) e2e/)' | grep -vE '^ *at ' | tail -n 80
fi
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ] && [ "$broken" = 0 ]
