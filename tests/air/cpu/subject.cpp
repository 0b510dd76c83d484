#include "subject.h"

#include "data_races.h"
#include "draw.h"
#include "glsl_draw.h"
#include "grids.h"
#include "guide.h"

namespace aircpu {

namespace {

constexpr double kGuidedGridSeconds = 10; // each set of inputs is a search of its own

class KernelSubject final : public Subject {
public:
    KernelSubject(const Program& program, const air::Translation& translation, const CheckOptions& options)
        : m_program(program), m_options(options), m_grid(options.grid ? *options.grid : chooseGrid(program, options)),
          m_translation(translation), m_gl(compiled()) {}

    const std::string& problem() const override { return m_gl->problem(); }
    void setInputs(uint64_t seed) override { m_memory = m_options.makeInputs(m_program, m_grid, seed); }
    bool guideInputs(Program traced) override {
        m_traced = std::move(traced);
        m_options.makeInputs = [this, plain = m_options.makeInputs](const Program& program, const Grid& grid, uint64_t seed) {
            return guidedInputs(*m_traced, grid, plain(program, grid, seed), seed);
        };
        if (m_options.grid) return true;
        m_options.gridSeconds = kGuidedGridSeconds;
        m_options.seed += kGuidedSeeds;
        m_grid = chooseGrid(m_program, m_options);
        m_gl = compiled();
        return true;
    }
    Execution onCpu(uint64_t seed) const override { return execute(m_program, m_grid, m_memory, seed); }
    Execution onCpuWatched() const override {
        const auto races = std::make_shared<DataRaces>();
        Execution plain = execute(m_program, m_grid, m_memory, 0, {.races = races.get()});
        plain.races = races;
        return plain;
    }
    GlslRun onGl() const override { return m_gl->run(m_memory); }

private:
    std::unique_ptr<GlslKernel> compiled() const {
        return std::make_unique<GlslKernel>(m_translation, m_grid, m_options.makeInputs(m_program, m_grid, 0).groupBytes);
    }

    const Program& m_program;
    CheckOptions m_options;
    Grid m_grid;
    const air::Translation& m_translation;
    std::unique_ptr<GlslKernel> m_gl;
    std::optional<Program> m_traced;
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
