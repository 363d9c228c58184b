#!/usr/bin/env bash
# What a flood by one member costs the others of its room; the server pinned to one core, the load and PostgreSQL on the other.
# Usage: src/bench/flood.sh [KINDS] [RUNS]      KINDS: edits,presence,requests (default all)
# Needs Linux with taskset. CORES (of the server, default 0) and LOAD_CORES (default 1) change the pinning; SECONDS_EACH is how long one
# measurement takes; SERVER_OPTIONS go to the server's JVM; LOAD_CLASSPATH spares the build.
set -euo pipefail
cd "$(dirname "$0")/../.."
kinds=${1:-edits,presence,requests}
runs=${2:-3}
ulimit -n "$(ulimit -Hn)"
run=(-Xmx1g -Dcores="${CORES:-0}" -Dseconds="${SECONDS_EACH:-4}" -Dwarm="${WARM_SECONDS:-5}" -Dflood="${FLOOD:-10000}"
  -Doptions="${SERVER_OPTIONS:--Xmx512m}" de.werkraum.bench.fanout.MemberFlood "$kinds" "$runs")
if [ -n "${LOAD_CLASSPATH:-}" ]; then
  exec taskset -c "${LOAD_CORES:-1}" java -cp "$LOAD_CLASSPATH" "${run[@]}"
fi
exec taskset -c "${LOAD_CORES:-1}" mvn -q -Pbench -DskipTests test-compile exec:exec "-Dexec.args=-cp %classpath ${run[*]}"
