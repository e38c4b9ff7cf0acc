#!/usr/bin/env bash
# Says in clear words what must be on the machine before anything can be built.
set -euo pipefail

missing=()

# at_least HAVE WANT: whether version HAVE is not older than WANT.
at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

if ! command -v cargo >/dev/null; then
    missing+=("Rust 1.95 or newer: https://rustup.rs, or your mirror of it")
else
    rust=$(rustc --version | awk '{ print $2 }')
    at_least "$rust" 1.95.0 || missing+=("Rust 1.95 or newer, this is $rust: rustup update stable")
fi
if ! command -v cc >/dev/null; then
    missing+=("a C compiler: apt-get install build-essential")
fi
if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    missing+=("Node 20.19 or newer with npm: https://nodejs.org, or nodesource.com for Debian and Ubuntu")
else
    node=$(node --version | tr -d v)
    at_least "$node" 20.19.0 || missing+=("Node 20.19 or newer, this is $node")
fi

if [ ${#missing[@]} -gt 0 ]; then
    echo "Guanxi cannot be built here yet. Please install:" >&2
    printf '  - %s\n' "${missing[@]}" >&2
    exit 1
fi
