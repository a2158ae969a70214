#!/usr/bin/env bash
# Serves the pages with Vite, which reloads them by itself, and the server, rebuilt and restarted whenever a Rust file
# changes. Ctrl-C stops both.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/need.sh
scripts/web.sh install
mkdir -p web/dist # embedded when the server is compiled

target=${CARGO_TARGET_DIR:-target}
# The pages come from Vite here, so this is the address which the server has to accept requests from.
export JINQIAO_PUBLIC_URL=${JINQIAO_PUBLIC_URL:-http://localhost:5173}
export JINQIAO_API=${JINQIAO_API:-http://${JINQIAO_LISTEN:-127.0.0.1:8080}}

stamp=$(mktemp)
vite=
server=

# Each runs in a process group of its own (set -m), so that its children are stopped with it.
start() {
  set -m
  "$@" </dev/null &
  set +m
}

stop() {
  [ -n "$1" ] || return 0
  kill -TERM -- "-$1" 2>/dev/null || true
  wait "$1" 2>/dev/null || true
}

# shellcheck disable=SC2317,SC2329  # called by the trap
finish() {
  stop "$server"
  stop "$vite"
  rm -f "$stamp"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

changed() {
  [ -n "$(find crates Cargo.toml \( -name '*.rs' -o -name Cargo.toml -o -name '*.sql' \) -newer "$stamp" -print -quit)" ]
}

restart() {
  touch "$stamp"
  # While it compiles the old server goes on, and with an error too.
  cargo build -p jinqiao-server || return 0
  stop "$server"
  start "$target/debug/jinqiao" serve --demo
  server=$!
}

start npm --prefix web run dev
vite=$!
restart
while sleep 1; do
  if changed; then
    restart
  elif [ -n "$server" ] && ! kill -0 "$server" 2>/dev/null; then
    echo "The server has ended; it starts again when a Rust file changes." >&2
    server=
  fi
done
