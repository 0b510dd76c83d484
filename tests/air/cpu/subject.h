// A function under test with one set of inputs at a time, on both sides.
#pragma once

#include <memory>

#include "differential.h"
#include "glsl_kernel.h"

namespace aircpu {

class Subject {
public:
    virtual ~Subject() = default;
    virtual const std::string& problem() const = 0; // of compiling for GL
    virtual void setInputs(uint64_t seed) = 0;
    // From now on inputs are guided (guide.h), and a kernel runs over the grid that suits those. `traced`: the function compiled with
    // Tracing::On. False: there is no guide for this stage.
    virtual bool guideInputs(Program) { return false; }
    virtual Execution onCpu(uint64_t seed) const = 0;           // 0: the plain run
    virtual Execution onCpuWatched() const { return onCpu(0); } // looks for data races if there can be any
    virtual GlslRun onGl() const = 0;
};

// Empty, or what of the function's interface has no rule here.
std::string unsupported(const Program& program);
// `program` and `options` must outlive the subject.
std::unique_ptr<Subject> makeSubject(const Program& program, const air::Translation& translation, const CheckOptions& options);

} // namespace aircpu
