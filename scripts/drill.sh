#!/usr/bin/env bash
# Drills with real processes, in their long form, with figures: `make drill`, or `scripts/drill.sh STEP…` for some of them.
# Steps: kills, submits, disk, keys, proxy, flood (SQLite); kills-postgres, submits-postgres, postgres (PostgreSQL).
# Bounded: all of them end within about twenty minutes after the build.
set -euo pipefail
cd "$(dirname "$0")/.."

steps=("$@")
[ ${#steps[@]} -gt 0 ] || steps=(kills submits disk keys proxy flood kills-postgres submits-postgres postgres)

export JINQIAO_DRILL=1 NO_COLOR=1
mkdir -p web/dist
scripts/packages.sh
cargo build --locked --workspace --bins --tests

failed=()
for step in "${steps[@]}"; do
  printf '\n=== %s\n' "$step"
  run=(cargo test --locked --workspace --test drill -- --nocapture --test-threads 1 "${step%-postgres}::")
  case $step in
    *postgres) JINQIAO_TEST_ENGINE=postgres timeout 900 scripts/postgres.sh run -- "${run[@]}" || failed+=("$step") ;;
    *) JINQIAO_TEST_ENGINE=sqlite timeout 900 "${run[@]}" || failed+=("$step") ;;
  esac
done

echo
echo "$((${#steps[@]} - ${#failed[@]})) passed, ${#failed[@]} failed"
[ ${#failed[@]} -eq 0 ] || { echo "failed: ${failed[*]}" >&2; exit 1; }
