// The guest's cursor, drawn over its picture at display rate, independent of frames. Thread: the context's.
#pragma once

#include <cstdint>
#include <memory>

#include "app/renderer/fit.h"
#include "pvg/base/result.h"
#include "pvg/exec/engine.h"

namespace app {

// How the guest's picture lies in the framebuffer.
struct Placement {
    uint32_t pictureWidth = 0, pictureHeight = 0; // guest pixels
    Rect fit;                                     // framebuffer pixels, origin top left
    uint32_t width = 0, height = 0;               // of the framebuffer
    bool hasRamp = false;                         // a gamma ramp is bound (GammaPass)
};

class CursorSprite {
public:
    static pvg::Result<std::unique_ptr<CursorSprite>> create();
    ~CursorSprite();
    CursorSprite(const CursorSprite&) = delete;
    CursorSprite& operator=(const CursorSprite&) = delete;

    // Clipped to the picture.
    void draw(const pvg::DisplaySnapshot& display, const Placement& placement);

private:
    CursorSprite() = default;
    bool upload(const pvg::DisplaySnapshot& display);

    unsigned m_program = 0, m_vertexArray = 0, m_texture = 0;
    const void* m_uploaded = nullptr; // the pixels that the texture holds
    uint64_t m_generation = 0;
    std::shared_ptr<const std::vector<std::byte>> m_pixels; // keeps m_uploaded's address from being used again
};

} // namespace app
