#!/usr/bin/env bash
# Adds a migration of the given name for both databases.
set -euo pipefail
cd "$(dirname "$0")/.."
[ -n "${1:-}" ] || { echo "Say which: make migrations NAME=AddedSomething" >&2; exit 2; }
dotnet tool restore >/dev/null
for database in Sqlite Postgres; do
  dotnet ef migrations add "$1" --project src/Huitou --startup-project src/Huitou --context "${database}Db" --output-dir "Data/$database/Migrations"
  # The generator begins its files with a byte order mark; ours have none.
  sed -i '1s/^\xEF\xBB\xBF//' "src/Huitou/Data/$database/Migrations/"*.cs
done
