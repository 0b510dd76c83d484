#!/usr/bin/env bash
# get_driver.sh FOLDER: Mesa's radeonsi with its shim of an amdgpu device that executes nothing, under FOLDER/mesa. The shader compilers are
# the real ones, so that programs can be compiled for Radeons that are not there; what is drawn is lost.
#
# Mesa comes as a source package of Debian's backports (PVGL_MESA_SUITE) from the mirror this machine is configured for. What Mesa wants newer
# than the distribution has it, Meson and libdrm, is unpacked under FOLDER only; compilers and libraries that are missing are installed (root).
# Takes 5 to 10 minutes on 2 cores and 1 GB, once: FOLDER/mesa/ready says that it is done. Exit 77: this machine cannot do it.
set -euo pipefail

[ $# = 1 ] || { sed -n '2,8s/^# \{0,1\}//p' "$0"; exit 2; }
folder=$(realpath -m "$1")
suite=${PVGL_MESA_SUITE:-bookworm-backports}
release=${suite%-backports}
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
tools=(build-essential ninja-build pkg-config bison flex dpkg-dev libelf-dev libexpat1-dev zlib1g-dev libzstd-dev libglvnd-dev
  glslang-tools llvm-19-dev python3-mako python3-yaml python3-packaging)
newer=(meson libdrm-dev libdrm2 libdrm-amdgpu1 libdrm-radeon1)

skip() { echo "get_driver: $*" >&2; exit 77; }
say() { echo "get_driver: $*"; }

if [ -e "$folder/mesa/ready" ]; then say "$folder/mesa is there"; exit 0; fi
command -v apt-get >/dev/null || skip "no apt-get on this machine"
[ -e "$keyring" ] || skip "no Debian archive keyring on this machine"

install_tools() {
  local missing=() p
  for p in "${tools[@]}"; do
    dpkg-query -W -f '${db:Status-Status}' "$p" 2>/dev/null | grep -qx installed || missing+=("$p")
  done
  [ ${#missing[@]} = 0 ] && return
  [ "$(id -u)" = 0 ] || skip "install these first: ${missing[*]}"
  say "installing: ${missing[*]}"
  apt-get update -qq || skip "apt-get cannot reach its mirror"
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null || skip "apt-get cannot install the tools"
}

# An apt of its own that knows the backports: the machine's configuration stays as it is.
prepare_apt() {
  local mirror
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep '/debian/*$' | head -n 1)
  [ -n "$mirror" ] || skip "no Debian mirror is configured (apt-get update first)"
  mkdir -p "$folder/apt/lists/partial" "$folder/apt/archives/partial" "$folder/root" "$folder/source"
  {
    printf 'deb [signed-by=%s] %s %s main\n' "$keyring" "${mirror%/}" "$release" "$keyring" "${mirror%/}" "$suite"
    printf 'deb-src [signed-by=%s] %s %s main\n' "$keyring" "${mirror%/}" "$suite"
  } | sort -u >"$folder/apt/sources.list"
  apt=(-o Dir::Etc::sourcelist="$folder/apt/sources.list" -o Dir::Etc::sourceparts=/dev/null -o Dir::Etc::preferencesparts=/dev/null
    -o Dir::State::Lists="$folder/apt/lists" -o Dir::Cache="$folder/apt" -o Acquire::Check-Valid-Until=false
    -o Acquire::Languages=none -o APT::Sandbox::User=)
  apt-get "${apt[@]}" -qq update || skip "the mirror does not offer $suite"
}

fetch() {
  local deb
  (cd "$folder/apt/archives" && apt-get "${apt[@]}" -qq download "${newer[@]/%//$suite}") || skip "$suite offers no ${newer[*]}"
  for deb in "$folder"/apt/archives/*.deb; do dpkg-deb --extract "$deb" "$folder/root"; done
  sed -i "s|^prefix=/usr|prefix=$folder/root/usr|" "$folder"/root/usr/lib/*/pkgconfig/*.pc
  # Mirrors may drop Debian's own part of an older package; Mesa's is all that is needed.
  (cd "$folder/source" && apt-get "${apt[@]}" -qq source --download-only "mesa/$suite") || true
  compgen -G "$folder/source/mesa_*.orig.tar.*" >/dev/null || skip "$suite offers no source of Mesa"
  tar -x -C "$folder/source" -f "$folder"/source/mesa_*.orig.tar.?z --strip-components=1 --one-top-level=mesa
}

# Debian's optimisation level, so that compile times are those of its package; no window system, no video, no Vulkan.
build() {
  local libraries
  libraries=$(dirname "$folder"/root/usr/lib/*/pkgconfig)
  export PATH=/usr/bin:/bin:/usr/sbin:/sbin PYTHONPATH=$folder/root/usr/lib/python3/dist-packages
  export PKG_CONFIG_PATH=$libraries/pkgconfig LD_LIBRARY_PATH=$libraries
  cd "$folder/source/mesa"
  "$folder/root/usr/bin/meson" setup build -Dprefix="$folder/mesa" -Dlibdir=lib -Dbuildtype=plain -Doptimization=2 -Db_ndebug=true \
    -Dtools=drm-shim -Dgallium-drivers=radeonsi -Dvulkan-drivers= -Dplatforms= -Dllvm=enabled -Dshared-llvm=enabled \
    -Dopengl=true -Degl=enabled -Dgbm=enabled -Dgles1=disabled -Dgles2=disabled -Dglx=disabled -Dglvnd=enabled \
    -Dgallium-va=disabled -Dgallium-vdpau=disabled -Dvideo-codecs= -Dvalgrind=disabled -Dlibunwind=disabled -Dshader-cache=disabled \
    >"$folder/configure.log" || { tail -n 20 "$folder/configure.log" >&2; exit 1; }
  ninja -C build install >"$folder/build.log" || { tail -n 40 "$folder/build.log" >&2; exit 1; }
  cp -a "$libraries"/libdrm*.so.* "$folder/mesa/lib/"
}

install_tools
prepare_apt
fetch
build
touch "$folder/mesa/ready"
rm -rf "$folder/apt" "$folder/source" "$folder/root"
say "ready: $folder/mesa"
