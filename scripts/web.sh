#!/usr/bin/env bash
# Prepares the web side, doing only what has changed since the last time.
#   scripts/web.sh install   npm ci, if package-lock.json is another than at the last installation
#   scripts/web.sh build     the same, and then web/dist, if any source is another than at the last build
set -euo pipefail
cd "$(dirname "$0")/../web"

lock_stamp=node_modules/.jinqiao-lock
build_stamp=node_modules/.jinqiao-build

install() {
  local lock
  lock=$(cksum package-lock.json)
  [ "$(cat "$lock_stamp" 2>/dev/null)" = "$lock" ] && return
  npm ci --no-audit --no-fund
  echo "$lock" >"$lock_stamp"
}

# One line that is another whenever a file of the build is changed, added, renamed or removed.
sources() {
  find . \( -name node_modules -o -name dist -o -name test-results -o -name playwright-report -o -name e2e \) -prune \
    -o -type f -print0 | LC_ALL=C sort -z | xargs -0 cksum | cksum
}

build() {
  local before
  before=$(sources)
  [ -f dist/index.html ] && [ "$(cat "$build_stamp" 2>/dev/null)" = "$before" ] && return
  npm run build
  echo "$before" >"$build_stamp"
}

case "${1:-}" in
  install) install ;;
  build)
    install
    build
    ;;
  *)
    echo "usage: scripts/web.sh install|build" >&2
    exit 2
    ;;
esac
