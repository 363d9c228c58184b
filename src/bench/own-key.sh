#!/usr/bin/env bash
# One's own key, painted, while others type; beside another build of the pages.
# Usage: src/bench/own-key.sh [RUNS] [BASE_BEFORE]     a Werkraum must run at BASE (default http://127.0.0.1:8080) with ORGANISER_KEY; BASE_BEFORE is
# that of the build to compare with, measured alternately. SLOWED (default 1,4) are the slow-downs of the processor, TYPISTS (default 0,40) how many
# others type, STEPS (60) how long the plan is, SECONDS_EACH (12) how long is typed. Prints a line of JSON a measurement. Needs Node 20, npm, Chromium.
set -euo pipefail
cd "$(dirname "$0")"
(cd pages && { [ -e node_modules/.package-lock.json ] || npm ci --no-audit --no-fund --loglevel=error; })
for run in $(seq "${1:-3}"); do
  for base in "${BASE:-http://127.0.0.1:8080}" ${2:-}; do
    BASE="$base" node js/own-key.js | sed "s|^{|{\"base\":\"$base\",\"run\":$run,|"
  done
done
