#!/usr/bin/env bash
# Starts a demo shop in a folder of its own that goes when it stops.
set -euo pipefail
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
HUITOU_DATA=$data "$1" serve --demo
