# What scripts/emx, scripts/test and .ci/run have in common; sourced, not run.
# shellcheck shell=bash
set -euo pipefail

package=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export PATH="$PATH:/opt/swift/usr/bin"

say() { echo "$(basename "$0"): $*" >&2; }

missing=()

# need PACKAGE COMMAND…: asks for the Debian package unless the command shows that what it brings is there.
need() {
    local name=$1
    shift
    "$@" >/dev/null 2>&1 || missing+=("$name")
}

install_missing() {
    if [[ ${#missing[@]} -eq 0 ]]; then return; fi
    local as_root=()
    if [[ $EUID -ne 0 ]]; then as_root=(sudo); fi
    if ! command -v apt-get >/dev/null; then
        say "please install what Debian calls ${missing[*]}, then try again"
        exit 6
    fi
    say "installing with apt-get: ${missing[*]}"
    "${as_root[@]}" apt-get -qq update >&2
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq --yes --no-install-recommends install "${missing[@]}" >&2
    missing=()
}

need_build_tools() {
    need git git --version
    need pkg-config pkg-config --version
    need libxml2-dev pkg-config --exists libxml-2.0
    need libyaml-dev pkg-config --exists yaml-0.1
    need libzip-dev pkg-config --exists libzip
    need libpq-dev pkg-config --exists libpq
    need libsqlite3-dev pkg-config --exists sqlite3
    install_missing
    if ! command -v swift >/dev/null; then
        say "no Swift toolchain: looked for swift in PATH and in /opt/swift/usr/bin; see https://swift.org/install"
        exit 6
    fi
}

build_emx() { build_product emx; }

# The program that serves, beside emx.
build_service() { build_product emx-service; }

# Builds .build/release/NAME if anything that it is made of is newer. Quiet unless it fails.
build_product() {
    local name=$1
    local stamp=$package/.build/$name.built log=$package/.build/$name.log
    if [[ -x $package/.build/release/$name && -e $stamp ]] &&
        [[ -z $(cd "$package" && find Package.swift Sources pages schemas -newer "$stamp" -print -quit) ]]; then return; fi
    need_build_tools
    say "building $name (release)"
    mkdir -p "$package/.build"
    touch "$stamp.new"
    if ! swift build --package-path "$package" -c release --static-swift-stdlib --product "$name" >"$log" 2>&1; then
        cat "$log" >&2
        say "the build failed"
        exit 70
    fi
    mv "$stamp.new" "$stamp"
}
