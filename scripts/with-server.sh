#!/usr/bin/env bash
# Starts the real binary with a database of its own and runs a command in `frontend` with GUANXI_WEB pointing to it.
set -euo pipefail
cd "$(dirname "$0")/.."

CHROMIUM=$(scripts/browser.sh)
export CHROMIUM

work=$(mktemp -d)
server=
stop() {
    status=$?
    if [ -n "$server" ]; then kill -TERM "$server" 2>/dev/null && wait "$server" || true; fi
    if [ "$status" != 0 ] && [ -s "$work/server.log" ]; then echo "── the server's last words"; tail -n 40 "$work/server.log"; fi
    rm -rf "$work"
    exit "$status"
}
trap stop EXIT

# PostgreSQL may run as another user; he must get in.
chmod 755 "$work"
GUANXI_DATA_DIR="$work/var" GUANXI_DURABLE=false GUANXI_TEST_CLOCK=1 GUANXI_LOGIN_RATE=1000000 GUANXI_LISTEN=127.0.0.1:0 \
    target/debug/guanxi serve --demo > "$work/server.out" 2> "$work/server.log" &
server=$!

for _ in $(seq 600); do
    GUANXI_WEB=$(sed -n 's/^Guanxi is ready: //p' "$work/server.out")
    [ -n "$GUANXI_WEB" ] && break
    kill -0 "$server" 2>/dev/null || { echo "the server did not start"; exit 1; }
    sleep 0.1
done
[ -n "$GUANXI_WEB" ] || { echo "the server is not ready after a minute"; exit 1; }
export GUANXI_WEB
echo "The server is ready at $GUANXI_WEB"
cd frontend
"$@"
