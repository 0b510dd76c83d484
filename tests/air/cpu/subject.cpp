#include "subject.h"

#include "draw.h"
#include "glsl_draw.h"
#include "grids.h"

namespace aircpu {

namespace {

class KernelSubject final : public Subject {
public:
    KernelSubject(const Program& program, const air::Translation& translation, const CheckOptions& options)
        : m_program(program), m_options(options), m_grid(options.grid ? *options.grid : chooseGrid(program, options)),
          m_gl(translation, m_grid, options.makeInputs(program, m_grid, 0).groupBytes) {}

    const std::string& problem() const override { return m_gl.problem(); }
    void setInputs(uint64_t seed) override { m_memory = m_options.makeInputs(m_program, m_grid, seed); }
    Execution onCpu(uint64_t seed) const override { return execute(m_program, m_grid, m_memory, seed); }
    GlslRun onGl() const override { return m_gl.run(m_memory); }

private:
    const Program& m_program;
    const CheckOptions& m_options;
    const Grid m_grid;
    const GlslKernel m_gl;
    KernelMemory m_memory;
};

class DrawSubject final : public Subject {
public:
    DrawSubject(const Program& program, const air::Translation& translation) : m_program(program), m_gl(translation, program) {}

    const std::string& problem() const override { return m_gl.problem(); }
    void setInputs(uint64_t seed) override { m_inputs = randomDraw(m_program, seed); }
    Execution onCpu(uint64_t seed) const override { return executeDraw(m_program, m_inputs, seed); }
    GlslRun onGl() const override { return m_gl.run(m_inputs); }

private:
    const Program& m_program;
    const GlslDraw m_gl;
    DrawInputs m_inputs;
};

} // namespace

std::string unsupported(const Program& program) { return program.stage == Stage::Kernel ? std::string() : undrawable(program); }

std::unique_ptr<Subject> makeSubject(const Program& program, const air::Translation& translation, const CheckOptions& options) {
    if (program.stage == Stage::Kernel) return std::make_unique<KernelSubject>(program, translation, options);
    return std::make_unique<DrawSubject>(program, translation);
}

} // namespace aircpu
