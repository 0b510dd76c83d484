// Runs a kernel given as IR text on the GL driver at hand: bytes in, bytes out. For tests of what translated code does, not how it looks.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shaders/air/reflection.h"

namespace airtest {

using Words = std::vector<uint32_t>;

struct KernelRun {
    std::string problem; // empty when it ran
    std::string glsl;
    std::vector<Words> buffers; // as they are afterwards
};

struct KernelInput {
    std::vector<Words> buffers; // Metal index = position
    uint32_t threads = 1;       // one threadgroup
    uint32_t byteOffset = 0;    // of every buffer inside its GL buffer, filled with a marker
};

// False: no GL here, tests that need it have nothing to say.
bool hasGl();

// `body`: the IR of `define void @k(...)` and what it needs; `arguments`: its metadata nodes, one a line, without "!N =".
std::string kernelModule(const std::string& body, const std::vector<std::string>& arguments);
// Metadata of a device buffer, a constant reference, a thread index.
std::string buffer(unsigned argument, unsigned location, const char* access = "read_write");
std::string threadIndex(unsigned argument);

air::Outcome translateText(const std::string& module, const air::Capabilities& capabilities = {});
KernelRun runKernel(const std::string& module, const KernelInput& input);

} // namespace airtest
