// Runs a compiled kernel over a grid on this CPU.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "program.h"
#include "run.h"
#include "shape.h"

namespace aircpu {

using Bytes = std::vector<std::byte>;

// Whole threadgroups; buffers and threadgroup memory by Metal index.
struct Grid {
    std::array<uint32_t, 3> local = {1, 1, 1}, groups = {1, 1, 1};
};

inline constexpr uint32_t kFirstImage = 128; // of Execution::buffers: + the texture's Metal index, texel by texel

struct KernelMemory {
    std::map<uint32_t, Bytes> buffers;
    std::map<uint32_t, uint32_t> groupBytes;
    Resources resources;
};

struct Execution {
    std::map<uint32_t, Bytes> buffers;                // as they are afterwards; textures that are stored to from kFirstImage on
    std::map<uint32_t, std::vector<Element>> written; // for each byte the type stored last; None: not stored
    bool isFinished = false;                          // false: too many steps
    std::string broken;                               // not empty: of what it did Metal says nothing (run.h)
    bool wasOutside = false;                          // an access missed its buffer
    bool isInexact = false, metNoNumber = false;      // run.h
    std::string refused;                              // not empty: what the reference has no rule for
    std::shared_ptr<const DataRaces> races;           // null: nobody looked
};

// Sets up the buffers of a run and takes what became of them.
void beginRun(Run& run, const KernelMemory& memory, uint64_t seed, Execution& execution);
void endRun(const Run& run, Execution& execution);

// `seed` 0: the plain run. Others: perturbed runs (run.h).
Execution execute(const Program& program, const Grid& grid, const KernelMemory& memory, uint64_t seed, const Watch& watch = {});

} // namespace aircpu
