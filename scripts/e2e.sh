#!/usr/bin/env bash
# Runs the browser tests against the real binary with a database of its own. Arguments go to Playwright.
set -euo pipefail
exec "$(dirname "$0")/with-server.sh" npx --no-install playwright test "$@"
