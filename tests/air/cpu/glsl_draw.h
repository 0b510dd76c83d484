// A translated vertex or fragment function on the GL driver at hand, in the draw of draw.h. Its text is used as it is: a vertex function's
// outputs are caught by transform feedback, a fragment function runs behind a vertex stage of ours that hands constants through, into
// attachments of 32 bits a lane.
#pragma once

#include <string>

#include "draw.h"
#include "glsl_kernel.h"

namespace aircpu {

class GlslDraw {
public:
    // `program` must outlive this.
    GlslDraw(const air::Translation& translation, const Program& program);
    ~GlslDraw();
    GlslDraw(const GlslDraw&) = delete;
    GlslDraw& operator=(const GlslDraw&) = delete;

    const std::string& problem() const { return m_problem; } // of compiling
    GlslRun run(const DrawInputs& inputs) const;

private:
    void runVertices(const DrawInputs& inputs, std::map<uint32_t, Bytes>& results) const;
    void runFragments(const DrawInputs& inputs, std::map<uint32_t, Bytes>& results) const;
    void setVaryings(const DrawInputs& inputs, uint32_t block) const;

    const air::Reflection m_reflection;
    const Program& m_reference;
    std::vector<std::string> m_captured; // GLSL name of each result
    std::string m_problem;
    unsigned m_program = 0;
};

} // namespace aircpu
