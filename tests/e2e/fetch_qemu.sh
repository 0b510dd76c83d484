#!/usr/bin/env bash
# fetch_qemu.sh CACHE: a QEMU with vfio-user-pci (10.1 or later) and a Debian kernel, as plain packages unpacked under CACHE.
# Uses the mirror this machine is already configured for, private apt state, no root, no chroot. Exit 77: this machine cannot fetch them.
set -euo pipefail

cache=$(realpath -m "$1")
suite=${PVGL_QEMU_SUITE:-trixie-backports}
release=${suite%-backports}
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
state=$cache/apt

skip() { echo "fetch_qemu: $*" >&2; exit 77; }

if [ -x "$cache/qemu-system-x86_64" ] && [ -e "$cache/vmlinuz" ]; then exit 0; fi
command -v apt-get >/dev/null || skip "no apt-get on this machine"
[ -e "$keyring" ] || skip "no Debian archive keyring on this machine"

mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep '/debian/*$' | head -n 1)
[ -n "$mirror" ] || skip "no Debian mirror is configured (apt-get update first)"

mkdir -p "$state/lists/partial" "$state/archives/partial" "$cache/root" "$cache/kernel"
{
  for s in "$release" "$suite"; do echo "deb [signed-by=$keyring] ${mirror%/} $s main"; done | sort -u
} >"$state/sources.list"
: >"$state/status"
options=(
  -o Dir::Etc::sourcelist="$state/sources.list" -o Dir::Etc::sourceparts=/dev/null -o Dir::Etc::preferencesparts=/dev/null
  -o Dir::State="$state" -o Dir::State::status="$state/status" -o Dir::Cache::archives="$state/archives" -o Dir::Cache="$state"
  -o Acquire::Check-Valid-Until=false -o Acquire::Languages=none -o APT::Install-Recommends=false -o Debug::NoLocking=1
  -o APT::Sandbox::User= -o APT::Architecture=amd64
)
apt-get "${options[@]}" -qq update || skip "the mirror does not offer $suite"
target=()
[ "$suite" = "$release" ] || target=(-t "$suite")
apt-get "${options[@]}" -qq -y "${target[@]}" --download-only install qemu-system-x86 seabios

for deb in "$state"/archives/*.deb; do
  dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$cache/root" --keep-directory-symlink \
    --exclude='./usr/share/doc' --exclude='./usr/share/man' --exclude='./usr/share/locale'
done

kernel=$(apt-cache "${options[@]}" depends linux-image-cloud-amd64 | sed -n 's/.*Depends: \(linux-image-[0-9].*\)/\1/p' | head -n 1)
[ -n "$kernel" ] || skip "no Debian cloud kernel is offered"
(cd "$cache/kernel" && apt-get "${options[@]}" -qq download "$kernel")
dpkg-deb --fsys-tarfile "$cache"/kernel/linux-image-*.deb | tar -x -C "$cache/kernel" --wildcards './boot/vmlinuz-*'
mv "$cache"/kernel/boot/vmlinuz-* "$cache/vmlinuz"
rm -rf "$state/archives" "$cache/kernel"

# The unpacked program runs with its own loader and libraries; nothing of this system's C library is touched.
cat >"$cache/qemu-system-x86_64.new" <<'WRAPPER'
#!/usr/bin/env bash
root=$(dirname "$(readlink -f "$0")")/root
libraries=$root/usr/lib/x86_64-linux-gnu
extra=$(find "$libraries" -mindepth 1 -maxdepth 1 -type d \( -name pulseaudio -o -name '*blas' -o -name ceph \) -printf '%p:')
loader=$(find "$libraries" "$root/lib64" "$root/usr/lib64" -maxdepth 1 -name 'ld-linux-x86-64.so.2' 2>/dev/null | head -n 1)
QEMU_MODULE_DIR=$libraries/qemu exec "$loader" --library-path "$libraries:$extra" "$root/usr/bin/qemu-system-x86_64" \
  -L "$root/usr/share/qemu" -L "$root/usr/share/seabios" "$@"
WRAPPER
chmod +x "$cache/qemu-system-x86_64.new"
"$cache/qemu-system-x86_64.new" --version | head -n 1
mv "$cache/qemu-system-x86_64.new" "$cache/qemu-system-x86_64"
