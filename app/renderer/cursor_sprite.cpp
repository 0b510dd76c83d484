#include "app/renderer/cursor_sprite.h"

#include <epoxy/gl.h>

#include "app/renderer/gl_program.h"
#include "generated/builtin_shaders.h"

namespace app {

namespace {
constexpr int kRectLocation = 0, kHasRampLocation = 1;
} // namespace

pvg::Result<std::unique_ptr<CursorSprite>> CursorSprite::create() {
    auto sprite = std::unique_ptr<CursorSprite>(new CursorSprite);
    PVG_TRY(sprite->m_program, linkProgram(builtin::kCursorVert, builtin::kCursorFrag, "the cursor"));
    glCreateVertexArrays(1, &sprite->m_vertexArray);
    return sprite;
}

CursorSprite::~CursorSprite() {
    glDeleteTextures(1, &m_texture);
    glDeleteVertexArrays(1, &m_vertexArray);
    glDeleteProgram(m_program);
}

bool CursorSprite::upload(const pvg::DisplaySnapshot& display) {
    size_t size = size_t(display.cursorWidth) * display.cursorHeight * 4;
    if (!display.cursorPixels || size == 0 || display.cursorPixels->size() < size) return false;
    if (m_uploaded == display.cursorPixels->data() && m_generation == display.cursorGeneration) return true;
    glDeleteTextures(1, &m_texture);
    glCreateTextures(GL_TEXTURE_2D, 1, &m_texture);
    glTextureStorage2D(m_texture, 1, GL_RGBA8, int(display.cursorWidth), int(display.cursorHeight));
    glTextureSubImage2D(m_texture, 0, 0, 0, int(display.cursorWidth), int(display.cursorHeight), GL_BGRA, GL_UNSIGNED_BYTE,
                        display.cursorPixels->data());
    glTextureParameteri(m_texture, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTextureParameteri(m_texture, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    m_pixels = display.cursorPixels;
    m_uploaded = m_pixels->data();
    m_generation = display.cursorGeneration;
    return true;
}

void CursorSprite::draw(const pvg::DisplaySnapshot& display, const Placement& p) {
    if (!display.cursorVisible || !upload(display)) return;
    auto corner = [&](float x, float y) {
        PointF window = mapToWindow(p.fit, p.pictureWidth, p.pictureHeight, {x, y});
        return PointF{2 * window.x / float(p.width) - 1, 1 - 2 * window.y / float(p.height)};
    };
    PointF topLeft = corner(float(display.cursorX), float(display.cursorY));
    PointF bottomRight = corner(float(display.cursorX) + float(display.cursorWidth), float(display.cursorY) + float(display.cursorHeight));
    bool isExact = uint32_t(p.fit.width) == p.pictureWidth;
    glTextureParameteri(m_texture, GL_TEXTURE_MIN_FILTER, isExact ? GL_NEAREST : GL_LINEAR);
    glTextureParameteri(m_texture, GL_TEXTURE_MAG_FILTER, isExact ? GL_NEAREST : GL_LINEAR);

    glUseProgram(m_program);
    glBindVertexArray(m_vertexArray);
    glBindTextureUnit(0, m_texture);
    glUniform1i(kHasRampLocation, p.hasRamp);
    glUniform4f(kRectLocation, topLeft.x, topLeft.y, bottomRight.x, bottomRight.y);
    glEnable(GL_SCISSOR_TEST);
    glScissor(p.fit.x, int(p.height) - p.fit.y - p.fit.height, p.fit.width, p.fit.height);
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA); // premultiplied (decisions.md 36)
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    glDisable(GL_BLEND);
    glDisable(GL_SCISSOR_TEST);
    glBindVertexArray(0);
    glUseProgram(0);
}

} // namespace app
