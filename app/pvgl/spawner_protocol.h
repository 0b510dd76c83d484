// Packets between the device process and its spawner (SEQPACKET; both are one executable).
#pragma once

#include <cstdint>

#include "pvg/base/unique_fd.h"

namespace app {

struct Executables;

struct SpawnerRequest {
    enum class Kind : uint32_t { Start, Kill } kind{};
    uint32_t program = 0; // Start
    int32_t signal = 0;   // Kill
    uint64_t child = 0;   // chosen by the device process
    // Start: the arguments follow, each with its NUL; one descriptor or none beside the packet
};
inline constexpr size_t kMaxRequest = 32 * 1024;

struct SpawnerEnd {
    uint64_t child = 0;
    int32_t status = 0; // as of waitpid
};

// The spawner's life, until its socket closes and all children have ended.
[[noreturn]] void runSpawner(pvg::UniqueFd socket, const Executables& executables);

} // namespace app
