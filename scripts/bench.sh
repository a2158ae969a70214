#!/usr/bin/env bash
# Measures the matching engine, the rules of policies and the server: `make bench`, or `scripts/bench.sh STEP…` for some of it.
# Steps: engine, server (SQLite), server-postgres; without any, engine and server, which end within ten minutes after the build.
# FACTOR=425 takes so many firms for each of the demo's in place of 40; ONLY=market looks at operations with that in their name.
set -euo pipefail
cd "$(dirname "$0")/.."

steps=("$@")
[ ${#steps[@]} -gt 0 ] || steps=(engine server)

scripts/need.sh
# Built pages are measured beside nginx where they are; the program is built without them otherwise.
mkdir -p web/dist
for step in "${steps[@]}"; do
  printf '\n=== %s\n' "$step"
  run=(cargo bench --locked -p jinqiao-server --bench server)
  case $step in
    engine) cargo bench --locked -p jinqiao-matching -p jinqiao-policy ;;
    server) JINQIAO_TEST_ENGINE=sqlite "${run[@]}" ;;
    server-postgres) JINQIAO_TEST_ENGINE=postgres scripts/postgres.sh run -- "${run[@]}" ;;
    *) echo "there is no step $step" >&2; exit 2 ;;
  esac
done
