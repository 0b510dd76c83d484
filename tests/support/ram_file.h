// A memfd as QEMU's memory backend makes it, or with something wrong about it.
#pragma once

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "pvg/base/unique_fd.h"

namespace test {

inline constexpr int kQemuSeals = F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW;

inline pvg::UniqueFd ramFile(size_t size, int seals = kQemuSeals) {
    pvg::UniqueFd fd(::memfd_create("test-ram", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (::ftruncate(fd.get(), off_t(size)) != 0) fd.reset();
    if (fd && seals) ::fcntl(fd.get(), F_ADD_SEALS, seals);
    return fd;
}

} // namespace test
