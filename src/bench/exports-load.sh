#!/usr/bin/env bash
# Documents of a large plan made while its room is edited (editing), or fifty of them asked for at once (fifty); the server has 1 GB of heap.
# Usage: src/bench/exports-load.sh editing|fifty [RUNS]
# SECONDS_EACH is how long one measurement takes; SERVER_OPTIONS go to the server's JVM; LOAD_CLASSPATH spares the build.
set -euo pipefail
cd "$(dirname "$0")/../.."
run=(-Xmx512m -Dseconds="${SECONDS_EACH:-10}" "-Doptions=${SERVER_OPTIONS:--Xmx1g}" de.werkraum.bench.fanout.ExportLoad "$1" "${2:-3}")
if [ -n "${LOAD_CLASSPATH:-}" ]; then
  exec java -cp "$LOAD_CLASSPATH" "${run[@]}"
fi
exec mvn -q -Pbench -DskipTests test-compile exec:exec "-Dexec.args=-cp %classpath ${run[*]}"
