// A framebuffer whose attachments keep all bits, with the state of a plain draw: no blending, every depth passes.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "draw.h"

namespace aircpu {

class GlslTarget {
public:
    GlslTarget(uint32_t width, uint32_t height); // bound for drawing as long as this lives
    ~GlslTarget();
    GlslTarget(const GlslTarget&) = delete;
    GlslTarget& operator=(const GlslTarget&) = delete;

    void addColor(uint32_t attachment, uint8_t componentType); // 0 float, 1 int, 2 uint
    void addDepth();
    void begin(); // cleared to 0, scissor test on
    void end();

    // Row by row from y = 0; the depth in the first lane. Empty: no such attachment.
    std::vector<Lanes> color(uint32_t attachment) const;
    std::vector<Lanes> depth() const;

private:
    struct Attachment {
        unsigned texture = 0;
        uint8_t componentType = 0;
    };
    unsigned attach(unsigned point, unsigned format);

    uint32_t m_width, m_height;
    unsigned m_framebuffer = 0, m_depth = 0, m_array = 0;
    std::map<uint32_t, Attachment> m_colors;
};

} // namespace aircpu
