#!/bin/sh
# Gets what `make test` needs and no registry of Python or Node has: a browser without a window, Redis, and a font.
#
# What the machine has is used. Otherwise they come from Debian: installed by root, and by anybody else unpacked
# into .cache/debian, which changes nothing on the machine. tests/parts.py finds them in the same places.
set -eu
cd "$(dirname "$0")/.."

UNPACKED=.cache/debian
# redis-tools holds the server's program too, and unlike redis-server it starts no service.
PACKAGES="chromium-headless-shell redis-tools fonts-dejavu-core"

complete() {
    .venv/bin/python -m tests.parts
}

refuse() {
    echo "make test: $1 Or point VISSENKOM_CHROMIUM and VISSENKOM_REDIS_SERVER at programs you have." >&2
    exit 1
}

log() {
    # Long output is worth reading only when it went wrong.
    mkdir -p .cache
    "$@" >.cache/apt.log 2>&1 || return 1
}

install() {
    export DEBIAN_FRONTEND=noninteractive
    log apt-get install --yes --no-install-recommends $PACKAGES && return
    log apt-get update && log apt-get install --yes --no-install-recommends $PACKAGES && return
    cat .cache/apt.log >&2
    refuse "apt-get could not install $PACKAGES; the lines above say why."
}

unpack() {
    # Lists and archives of our own: the machine's are root's, and may be empty.
    apt=$PWD/.cache/apt
    mkdir -p "$apt/lists/partial" "$apt/archives/partial"
    set -- -o Dir::State::Lists="$apt/lists" -o Dir::Cache="$apt" -o Dir::Cache::Archives="$apt/archives" \
        -o APT::Sandbox::User="" -o Debug::NoLocking=1
    log apt-get "$@" update && log apt-get "$@" install --simulate --no-install-recommends $PACKAGES || {
        cat .cache/apt.log >&2
        refuse "apt-get could not find $PACKAGES; the lines above say why."
    }
    missing=$(sed -n 's/^Inst \([^ ]*\) .*/\1/p' .cache/apt.log)
    (cd "$apt/archives" && apt-get "$@" download $missing >"$apt/log" 2>&1) || {
        cat "$apt/log" >&2
        refuse "apt-get could not download what $PACKAGES need; the lines above say why."
    }
    mkdir -p "$UNPACKED"
    for archive in "$apt"/archives/*.deb; do
        dpkg -x "$archive" "$UNPACKED"
    done
    rm -r "$apt"
}

complete 2>/dev/null && exit
command -v apt-get >/dev/null || refuse "Chromium's headless shell, redis-server and a font are needed, and there is no apt-get to get them with."
if [ "$(id -u)" = 0 ]; then
    echo "make test: installing $PACKAGES" >&2
    install
else
    echo "make test: unpacking $PACKAGES in $UNPACKED" >&2
    unpack
fi
complete || refuse "they were installed, and are still not found."
