#!/usr/bin/env bash
# How soon all pages are back after the server was killed and started again, pinned to one core; the pages' own connections, on the other one.
# Usage: src/bench/return.sh [RUNS]
# PAGES (700) in ROOMS (24), of which four in each room type; DOWN (2) is for how many seconds the server is away. OPTIONS are those of the server's JVM;
# LOAD_CLASSPATH spares the build. Needs Linux with taskset, Node 20 and npm.
set -euo pipefail
cd "$(dirname "$0")/../.."
(cd src/bench/pages && { [ -e node_modules/.package-lock.json ] || npm ci --no-audit --no-fund --loglevel=error; })
[ -e src/main/npm/node_modules/.package-lock.json ] || (cd src/main/npm && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
ulimit -n "$(ulimit -Hn)"
run=(-Xmx512m -Dpages="${PAGES:-700}" -Drooms="${ROOMS:-24}" -Ddown="${DOWN:-2}" ${OPTIONS:+"-Doptions=$OPTIONS"} de.werkraum.bench.fanout.ReturnLoad "${1:-3}")
if [ -n "${LOAD_CLASSPATH:-}" ]; then
  exec taskset -c "${LOAD_CORES:-1}" java -cp "$LOAD_CLASSPATH" "${run[@]}"
fi
exec taskset -c "${LOAD_CORES:-1}" mvn -q -Pbench -DskipTests test-compile exec:exec "-Dexec.args=-cp %classpath ${run[*]}"
