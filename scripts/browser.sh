#!/usr/bin/env bash
# Prints the path of a Chromium, after installing Debian's one if there is none and we may.
set -euo pipefail

find_browser() {
    if [ -n "${CHROMIUM:-}" ]; then echo "$CHROMIUM"; return; fi
    for name in chromium chromium-browser google-chrome-stable google-chrome; do
        command -v "$name" && return
    done
    return 1
}
has_chinese_font() { command -v fc-list >/dev/null && fc-list ':lang=zh' | grep -q .; }

wanted=()
find_browser >/dev/null || wanted+=(chromium)
has_chinese_font || wanted+=(fontconfig fonts-noto-cjk)

if [ ${#wanted[@]} -gt 0 ]; then
    install="apt-get install -y --no-install-recommends ${wanted[*]}"
    if ! command -v apt-get >/dev/null; then
        echo "The browser tests need ${wanted[*]}: please install them, or point CHROMIUM to a Chromium." >&2
        exit 1
    elif [ "$(id -u)" = 0 ]; then
        become=()
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        become=(sudo -n)
    else
        echo "The browser tests need ${wanted[*]}, and I may not install them. Please run: sudo $install" >&2
        exit 1
    fi
    export DEBIAN_FRONTEND=noninteractive
    echo "Installing ${wanted[*]} for the browser tests" >&2
    "${become[@]}" apt-get update -qq >&2
    "${become[@]}" $install -qq >&2
fi
find_browser || { echo "No Chromium after installing it. Please install one and set CHROMIUM to its path." >&2; exit 1; }
