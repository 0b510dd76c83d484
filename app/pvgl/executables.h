// The executables of this build, opened once at start, so that a package upgrade under a running machine never mixes versions.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "pvg/base/result.h"
#include "pvg/base/unique_fd.h"

namespace app {

enum class Program : uint32_t { Renderer, Shader, Guest };
inline constexpr size_t kProgramCount = 3;

const char* programName(Program program);

struct Executables {
    std::array<pvg::UniqueFd, kProgramCount> fds;
    int operator[](Program program) const { return fds[size_t(program)].get(); }
};

// Looks beside the running executable, then in ../libexec/pvgl. Fails with a sentence when one of `needed` is not there.
pvg::Result<Executables> openExecutables(std::span<const Program> needed);

} // namespace app
