// A translated kernel on the GL driver at hand, over the same grid and memory as execution.h.
#pragma once

#include <string>

#include "execution.h"
#include "shaders/air/reflection.h"

namespace aircpu {

struct GlslRun {
    std::string problem; // empty when it ran
    std::map<uint32_t, Bytes> buffers;
};

class GlslKernel {
public:
    GlslKernel(const air::Translation& translation, const Grid& grid, const std::map<uint32_t, uint32_t>& groupBytes);
    ~GlslKernel();
    GlslKernel(const GlslKernel&) = delete;
    GlslKernel& operator=(const GlslKernel&) = delete;

    const std::string& problem() const { return m_problem; } // of compiling
    GlslRun run(const KernelMemory& memory) const;

private:
    const air::Reflection m_reflection;
    const Grid m_grid;
    std::string m_problem;
    unsigned m_program = 0;
};

} // namespace aircpu
