#!/usr/bin/env bash
# What exports cost in processor time, each format in a JVM of its own: cold, warm, allocated; then LibreOffice making the same PDF from the same ODT.
# Usage: src/bench/exports.sh [FORMATS] [PLANS]      default all formats, plans "large usual"
# Cold is after the short documents that a look at the export dialog has made ahead; TRIED=no leaves them out.
# CLASSES (a class path) spares the build. Needs soffice for the comparison.
set -euo pipefail
cd "$(dirname "$0")/../.."
formats=${1:-md csv json ics xlsx odt docx pdf}
plans=${2:-large usual}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
run() {
  if [ -n "${CLASSES:-}" ]; then java -Xmx1g -cp "$CLASSES" de.werkraum.export.ExportFigures "$@"
  else mvn -q -Pbench -DskipTests test-compile exec:exec "-Dexec.args=-Xmx1g -cp %classpath de.werkraum.export.ExportFigures $*"; fi
}
for plan in $plans; do
  for format in $formats; do run "$format" "$plan" "$work/$plan.$format" "${TRIED:-tried}"; done
  if [ -f "$work/$plan.odt" ] && command -v soffice >/dev/null; then
    TIMEFORMAT='%U %S'
    { time soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to pdf --outdir "$work/out" "$work/$plan.odt" >/dev/null 2>&1; } 2>"$work/time"
    awk -v plan="$plan" '{ printf "soffice %s pdf %d\n", plan, ($1 + $2) * 1000 }' "$work/time"
  fi
done
