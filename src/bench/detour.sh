#!/usr/bin/env bash
# What a delivery costs the server where no WebSocket gets through, beside one by a WebSocket: the pages' own connections, by turns, each server pinned to one core.
# Usage: src/bench/detour.sh [RUNS]
# PAGES (60) in one room, of which four type; SECONDS_EACH (15) is how long each is measured. OPTIONS are those of the server's JVM; LOAD_CLASSPATH spares the build. Needs Linux with taskset, Node 20 and npm.
set -euo pipefail
cd "$(dirname "$0")/../.."
(cd src/bench/pages && { [ -e node_modules/.package-lock.json ] || npm ci --no-audit --no-fund --loglevel=error; })
[ -e src/main/npm/node_modules/.package-lock.json ] || (cd src/main/npm && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
ulimit -n "$(ulimit -Hn)"
run=(-Xmx512m -Dpages="${PAGES:-60}" ${OPTIONS:+"-Doptions=$OPTIONS"} de.werkraum.bench.fanout.DetourLoad "${1:-3}")
if [ -n "${LOAD_CLASSPATH:-}" ]; then
  exec taskset -c "${LOAD_CORES:-1}" java -cp "$LOAD_CLASSPATH" "${run[@]}"
fi
exec taskset -c "${LOAD_CORES:-1}" mvn -q -Pbench -DskipTests test-compile exec:exec "-Dexec.args=-cp %classpath ${run[*]}"
