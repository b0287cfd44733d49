#!/usr/bin/env bash
# Builds the server and the pages side by side and puts the pages beside the executable. Its word says what of it:
# nothing: what it takes to run, at once; `all`: tests and benchmarks too, with every analyzer; `publish`: one self-contained folder.
set -euo pipefail
cd "$(dirname "$0")/.."
need() { command -v "$1" >/dev/null || { echo "Huitou needs $2. Install it and run this again." >&2; exit 2; }; }
need dotnet "the .NET 10 SDK"
need npm "Node 20.19 or newer with npm"

pages() {
  cd web
  # npm keeps this marker; the pages' packages are fetched again only when the lock changes.
  if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then npm ci --no-audit --no-fund --loglevel=error; fi
  npm run --silent build
}

mkdir -p artifacts
(pages) >artifacts/web.log 2>&1 &
pages=$!
out=artifacts/bin/Huitou.Cli/release
case "${1:-}" in
  publish)
    out=artifacts/huitou
    rm -rf "$out"
    dotnet publish src/Huitou.Cli -c Release -r linux-x64 --self-contained -p:PublishReadyToRun=true -o "$out" -nologo -v quiet ;;
  all) dotnet build Huitou.slnx -c Release -nologo -v quiet ;;
  *) dotnet build src/Huitou.Cli -c Release -nologo -v quiet -p:RunAnalyzers=false ;;
esac
wait "$pages" || { cat artifacts/web.log >&2; echo "The pages could not be built." >&2; exit 1; }
rm -rf "$out/wwwroot"
cp -r web/dist "$out/wwwroot"
