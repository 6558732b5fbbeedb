#!/usr/bin/env bash
# Builds Kongress and runs every test. Needs the .NET SDK (see global.json), Node with npm, git, and the programs below.
# The last line is "N passed, N failed, N skipped"; the exit code is 0 only when tests ran and none failed.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
results=artifacts/test-results
rm -rf "$results" && mkdir -p "$results"
passed=0 failed=0 skipped=0

step() { printf '\n== %s (%d s)\n' "$1" "$SECONDS"; }
# A check that is no test counts only when it fails: as one failure.
broken() { printf 'FAILED: %s\n' "$1"; failed=$((failed + 1)); }
finish() {
  [ $((passed + failed)) -eq 0 ] && broken "no test ran"
  printf '\n%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  [ "$failed" -eq 0 ]
  exit
}

step "Tools"
for tool in dotnet npm; do
  command -v "$tool" >/dev/null && continue
  broken "$tool is missing: install $([ "$tool" = npm ] && echo "Node.js 20 or newer with npm" || echo "the .NET SDK 10")."
  finish
done

# Program → package of Debian and Ubuntu.
missing=()
for pair in chromium:chromium zbarimg:zbar-tools qrencode:qrencode ffmpeg:ffmpeg; do
  program=${pair%%:*}
  if [ "$program" = chromium ] && [ -n "${KONGRESS_CHROMIUM:-}" ]; then
    [ -x "$KONGRESS_CHROMIUM" ] || { broken "KONGRESS_CHROMIUM is $KONGRESS_CHROMIUM, where there is no program."; finish; }
    continue
  fi
  command -v "$program" >/dev/null || missing+=("${pair##*:}")
done
if [ ${#missing[@]} -gt 0 ]; then
  echo "Missing: ${missing[*]}"
  root=()
  [ "$(id -u)" -eq 0 ] || root=(sudo -n)
  if command -v apt-get >/dev/null && "${root[@]}" true 2>/dev/null; then
    "${root[@]}" apt-get update -qq
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >"$results/apt.log" 2>&1 \
      || { tail -5 "$results/apt.log"; broken "apt-get could not install: ${missing[*]}."; finish; }
  else
    broken "Please install: sudo apt-get install ${missing[*]} (or name another Chromium in KONGRESS_CHROMIUM), then run this again."
    finish
  fi
fi

step "Restore and build (warnings are errors)"
dotnet restore Kongress.sln --locked-mode -v q || { broken "restore"; finish; }
dotnet build Kongress.sln --no-restore -v q || { broken "build"; finish; }

step "Formatting"
# Style rules are errors of the build already; what is left is white space.
dotnet format whitespace Kongress.sln --no-restore --verify-no-changes -v q || broken "formatting: run 'dotnet format'"

# The front end's own checks, where it has any.
if [ -f src/Kongress.Web/package.json ] && grep -q '"check"' src/Kongress.Web/package.json; then
  step "Front end"
  [ -d src/Kongress.Web/node_modules ] || npm --prefix src/Kongress.Web ci --silent || broken "npm ci"
  npm --prefix src/Kongress.Web run --silent check || broken "npm run check"
fi

# One project after the other: the browser tests want the machine for themselves. The others wait for disk and clock now and then, so more run than there are processors.
for project in Kongress.Tests Kongress.BrowserTests; do
  step "$project"
  threads=default
  [ "$project" = Kongress.Tests ] && threads=2x
  file="$results/$project.xml"
  "tests/$project/bin/Debug/net10.0/$project" -noColor -noLogo -maxThreads "$threads" -result-xml "$file" </dev/null
  code=$?
  # The counts stand once, in the element of the assembly; without a file the process itself died.
  counts=$(grep -o '<assembly [^>]*>' "$file" 2>/dev/null | head -1)
  count() { local n; n=$(sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$counts"); echo "${n:-0}"; }
  passed=$((passed + $(count passed)))
  skipped=$((skipped + $(count skipped) + $(count not-run)))
  bad=$(($(count failed) + $(count errors)))
  failed=$((failed + bad))
  if [ -z "$counts" ]; then broken "$project ended with code $code before it could report"
  elif [ "$(count total)" -eq 0 ]; then broken "$project ran no test"
  elif [ "$code" -ne 0 ] && [ "$bad" -eq 0 ]; then broken "$project ended with code $code"
  fi
done
finish
