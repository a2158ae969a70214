#!/usr/bin/env bash
# Runs the checks one after the other, also after a failed one, so that one run shows every failure.
#   scripts/test.sh test            everything: `make test`
#   scripts/test.sh test-all        the same with every story on PostgreSQL and rustdoc: `make test-all`, before a release
#   scripts/test.sh check           what is quick and needs no browser and no PostgreSQL: `make check`
#   scripts/test.sh test tsc biome  only the steps with these names
# Prints a table of the steps, and `N passed, N failed` as the last line. A step with tests counts its tests, any other
# counts one. Fails if anything failed.
# shellcheck disable=SC2317,SC2329  # the steps' functions are called by `step`
set -euo pipefail
cd "$(dirname "$0")/.."

usage="usage: scripts/test.sh test|test-all|check [STEP…]"
mode=${1:?$usage}
shift
only=("$@")

target=${CARGO_TARGET_DIR:-target}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# The output goes through a pipe and into logs.
export NO_COLOR=1 CARGO_TERM_COLOR=never
unset FORCE_COLOR

passed=0
failed=0
table=()

# The whole run insists on the committed Cargo.lock.
cargo_flags=()
[ "$mode" != check ] && cargo_flags=(--locked)

# --- Counting: each prints "PASSED FAILED" -----------------------------------------------------------------------------

# count_cargo LOG: the sum of libtest's lines "test result: ok. 3 passed; 0 failed; …"
count_cargo() {
  sed -e 's/\x1b[[(][0-9;]*[A-Za-z]//g' "$1" | awk '
    /^test result: / { for (i = 2; i <= NF; i++) { if ($i == "passed;") p += $(i - 1); if ($i == "failed;") f += $(i - 1) } }
    END { print p + 0, f + 0 }'
}

# count_json FILE PASSED FAILED: sums of fields of a report written by vitest or Playwright
count_json() {
  [ -s "$1" ] || { echo 0 0; return; }
  node -e '
    const [file, ...sums] = process.argv.slice(1);
    const report = JSON.parse(require("fs").readFileSync(file, "utf8"));
    const field = (path) => path.split(".").reduce((value, key) => value?.[key], report) ?? 0;
    console.log(sums.map((sum) => sum.split("+").reduce((total, path) => total + field(path), 0)).join(" "));
  ' "$@" 2>/dev/null || echo 0 0
}

count() {
  case $1 in
    cargo) count_cargo "$work/log" ;;
    vitest) count_json "$work/vitest.json" numPassedTests numFailedTests ;;
    playwright) count_json "$work/playwright.json" stats.expected+stats.flaky stats.unexpected ;;
    one) [ "$2" -eq 0 ] && echo 1 0 || echo 0 1 ;;
  esac
}

# --- The slowest: each prints lines "SECONDS NAME" ------------------------------------------------------------------------

# slowest_cargo LOG: by binary, as libtest does not time its tests
slowest_cargo() {
  sed -e 's/\x1b[[(][0-9;]*[A-Za-z]//g' "$1" | awk '
    /^ *(Running|Doc-tests) / { sub(/^ *(Running|Doc-tests) /, ""); sub(/ \(.*\/deps\//, " ("); name = $0 }
    /^test result: .* finished in / { seconds = $NF; sub(/s$/, "", seconds); printf "%.1f %s\n", seconds, name }'
}

# slowest_json FILE tests|pages: the tests of a report by vitest or Playwright, or the steps (pages) within them
slowest_json() {
  [ -s "$1" ] || return 0
  node -e '
    const [file, what] = process.argv.slice(1);
    const report = JSON.parse(require("fs").readFileSync(file, "utf8"));
    const line = (ms, ...name) => console.log((ms / 1000).toFixed(1), name.filter(Boolean).join(" › "));
    const playwright = ({ specs = [], suites = [] }) => {
      for (const { file, title, tests } of specs)
        for (const { projectName, results } of tests)
          for (const { duration, steps = [] } of results)
            if (what === "tests") line(duration, projectName, file, title);
            else for (const step of steps) line(step.duration, step.title);
      suites.forEach(playwright);
    };
    if (report.suites) playwright(report);
    else if (what === "tests")
      for (const { assertionResults } of report.testResults ?? [])
        for (const { duration, fullName } of assertionResults) line(duration ?? 0, fullName);
  ' "$@" 2>/dev/null || true
}

# slowest WHAT: the ten slowest of the lines on standard input
slowest() {
  sort -rn | awk -v what="$1" 'NR == 1 { print "slowest " what " (s):" } NR <= 10 { print "  " $0 }'
}

print_slowest() {
  case $1 in
    cargo) slowest_cargo "$work/log" | slowest "test binaries" ;;
    vitest) slowest_json "$work/vitest.json" tests | slowest tests ;;
    playwright)
      slowest_json "$work/playwright.json" tests | slowest tests
      slowest_json "$work/playwright.json" pages | slowest pages
      ;;
  esac
}

# --- Running -----------------------------------------------------------------------------------------------------------

# step NAME COUNTER COMMAND…
step() {
  local name=$1 counter=$2 start=$SECONDS status=0 p f
  shift 2
  if [ ${#only[@]} -gt 0 ] && [[ " ${only[*]} " != *" $name "* ]]; then
    return
  fi
  printf '\n=== %s\n' "$name"
  "$@" </dev/null 2>&1 | tee "$work/log" || status=$?
  read -r p f < <(count "$counter" "$status")
  # What broke before its tests could say so (it did not compile, it crashed) is one failure.
  [ "$status" -ne 0 ] && [ "$f" -eq 0 ] && f=1
  passed=$((passed + p))
  failed=$((failed + f))
  local verdict=ok
  [ "$f" -gt 0 ] && verdict=FAILED
  table+=("$(printf '%-16s %-7s %7d %7d %7ds' "$name" "$verdict" "$p" "$f" $((SECONDS - start)))")
  printf -- '--- %s: %s, %d s\n' "$name" "$verdict" $((SECONDS - start))
  print_slowest "$counter"
}

finish() {
  printf '\n%-16s %-7s %7s %7s %8s\n' step result passed failed time
  printf '%s\n' "${table[@]}"
  printf '%-16s %23s %7ds\n\n' total '' "$SECONDS"
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ] && exit 0
  exit 1
}

# --- The steps ---------------------------------------------------------------------------------------------------------

in_web() (
  cd web
  "$@"
)

web_tool() {
  local tool=$1
  shift
  in_web "node_modules/.bin/$tool" "$@"
}

# What an engine can change: locks, isolation, types, time, crashes, plans. Names of modules with such stories, and of tests. These run
# on PostgreSQL in every whole run; `test-all` runs the others there, too.
engine_stories=(
  access:: anonymity:: applications:: automatic:: bounds:: claims:: contact_codes:: days:: eligibility:: facts:: faults:: grabs:: joint_limits:: journey:: kills:: known:: ledger:: live:: logins:: migrations:: nodes:: once::
  no_answer_reads_or_sorts_a_table_that_grows overrun:: policies:: postgres:: search:: servicing:: submits:: timers:: walker:: writes:: no_list_reads_a_table_from_end_to_end
)

# Files of tests outlive nothing, so they need no disk where there is memory enough.
memory_for_files() {
  local free
  free=$(df --output=avail -k /dev/shm 2>/dev/null | tail -n 1) || return 0
  [ -w /dev/shm ] && [ "${free:-0}" -gt 2097152 ] && export TMPDIR=/dev/shm
  return 0
}

# clippy looks at the workspace's own crates while they are compiled, so that one compilation serves lints, tests and server.
export RUSTC_WORKSPACE_WRAPPER=clippy-driver

# A warning fails the step, not the compilation: the stories run all the same. What was compiled before warns again.
clippy() {
  cargo build "${cargo_flags[@]}" --workspace --all-targets 2>&1 | tee "$work/clippy" || return
  ! grep -q '^warning: `jinqiao' "$work/clippy"
}

# Always the whole workspace: for a part of it, cargo would choose other features and compile the dependencies anew.
stories() (
  memory_for_files
  JINQIAO_TEST_ENGINE=sqlite cargo test "${cargo_flags[@]}" --workspace --lib --bins --tests --no-fail-fast -- --quiet
)

stories_postgres() (
  JINQIAO_TEST_ENGINE=postgres scripts/postgres.sh run -- \
    cargo test "${cargo_flags[@]}" --workspace --lib --bins --tests --no-fail-fast -- --quiet "$@"
)

rustdoc() {
  RUSTDOCFLAGS="-D warnings" cargo doc "${cargo_flags[@]}" --workspace --no-deps
}

# The binary as the tests have compiled it, so with the same features of its dependencies.
binary() {
  cargo build "${cargo_flags[@]}" --workspace --bins --tests
}

same() {
  diff -u "$1" "$2" && return
  echo "$1 is not what the source says: run \`make openapi\` and commit the result." >&2
  return 1
}

openapi() {
  binary || return
  "$target/debug/jinqiao" openapi >"$work/openapi.json" || return
  "$target/debug/jinqiao" states >"$work/states.md" || return
  same docs/states.md "$work/states.md" || return
  same openapi.json "$work/openapi.json"
}

schema() {
  web_tool openapi-typescript ../openapi.json -o "$work/schema.gen.ts" || return
  same web/src/api/schema.gen.ts "$work/schema.gen.ts" || return
  node web/scripts/limits.mjs openapi.json "$work/limits.gen.ts" || return
  same web/src/api/limits.gen.ts "$work/limits.gen.ts"
}

vitest() {
  web_tool vitest run --reporter=default --reporter=json --outputFile.json="$work/vitest.json"
}

journeys() {
  PLAYWRIGHT_JSON_OUTPUT_NAME="$work/playwright.json" web_tool playwright test --reporter=list,json
}

# The types of the web side take one core while the stories wait for theirs: begun early where little else runs.
types_begin() {
  [ ${#only[@]} -eq 0 ] || return 0
  { in_web npm run --silent typecheck >"$work/types.log" 2>&1 && echo 0 >"$work/types" || echo 1 >"$work/types"; } &
}

types() {
  if [ ${#only[@]} -gt 0 ]; then
    in_web npm run --silent typecheck
    return
  fi
  until [ -s "$work/types" ]; do sleep 0.2; done
  cat "$work/types.log"
  return "$(cat "$work/types")"
}

need() {
  step tools one scripts/need.sh
  [ "$failed" -eq 0 ] || finish
}

# The pages are embedded, so the folder has to be there for the server to compile.
mkdir -p web/dist

case $mode in
  check)
    need
    step web-install one scripts/web.sh install
    step rustfmt one cargo fmt --all --check
    step clippy one clippy
    types_begin
    step stories-sqlite cargo stories
    step openapi one openapi
    step schema one schema
    step biome one in_web npm run --silent lint -- --colors=off
    step tsc one types
    step knip one in_web npm run --silent unused
    step vitest vitest vitest
    ;;
  test | test-all)
    need
    step packages one scripts/packages.sh
    step web-build one scripts/web.sh build
    step rustfmt one cargo fmt --all --check
    step clippy one clippy
    types_begin
    step stories-sqlite cargo stories
    if [ "$mode" = test-all ]; then
      step stories-postgres cargo stories_postgres
    else
      step stories-postgres cargo stories_postgres "${engine_stories[@]}"
    fi
    # Its dependencies would be compiled once more, which takes minutes.
    [ "$mode" = test ] || step rustdoc one rustdoc
    step openapi one openapi
    step schema one schema
    step biome one in_web npm run --silent lint -- --colors=off
    step tsc one types
    step knip one in_web npm run --silent unused
    step vitest vitest vitest
    step budgets one node web/scripts/budgets.mjs
    step journeys playwright journeys
    ;;
  *)
    echo "$usage" >&2
    exit 2
    ;;
esac
finish
