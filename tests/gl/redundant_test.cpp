// The witness that every other test of the back end relies on to find redundant calls.
#include <doctest/doctest.h>

#include <epoxy/gl.h>

#include "egl_context.h"
#include "renderer-gl/redundant_calls.h"

namespace {

struct Watched {
    gltest::EglContext context;

    Watched() {
        REQUIRE_MESSAGE(context.isValid(), context.problem());
        gl::watchRedundantCalls();
    }
    ~Watched() { gl::stopWatchingCalls(); }
    static uint64_t count() { return gl::redundantCalls(); }
};

} // namespace

TEST_CASE("a call that sets what is set already is counted") {
    Watched w;
    glDepthFunc(GL_LESS); // may be the default: nobody set it here
    glDepthFunc(GL_GREATER);
    glEnable(GL_BLEND);
    glDisable(GL_BLEND);
    CHECK(w.count() == 0);
    glDepthFunc(GL_GREATER);
    CHECK(w.count() == 1);
    glDisable(GL_BLEND);
    CHECK(w.count() == 2);
    glDepthFunc(GL_LESS);
    CHECK(w.count() == 2);
}

TEST_CASE("indexed state is told apart by its index") {
    Watched w;
    glScissorIndexed(0, 1, 2, 3, 4);
    glScissorIndexed(1, 1, 2, 3, 4);
    glColorMaski(0, GL_TRUE, GL_TRUE, GL_TRUE, GL_FALSE);
    glColorMaski(1, GL_TRUE, GL_TRUE, GL_TRUE, GL_FALSE);
    glEnablei(GL_BLEND, 0);
    glEnablei(GL_BLEND, 1);
    CHECK(w.count() == 0);
    glScissorIndexed(1, 1, 2, 3, 4);
    glEnablei(GL_BLEND, 1);
    CHECK(w.count() == 2);
}

TEST_CASE("a deleted name that comes back is another object") {
    Watched w;
    GLuint texture = 0;
    glCreateTextures(GL_TEXTURE_2D, 1, &texture);
    glBindTextureUnit(0, texture);
    glBindTextureUnit(0, texture);
    CHECK(w.count() == 1);
    glDeleteTextures(1, &texture);
    GLuint again = 0;
    glCreateTextures(GL_TEXTURE_2D, 1, &again);
    glBindTextureUnit(0, again);
    CHECK(w.count() == 1);
    glDeleteTextures(1, &again);
}

TEST_CASE("a framebuffer bound for everything is not one bound for drawing") {
    Watched w;
    GLuint framebuffers[2]{};
    glCreateFramebuffers(2, framebuffers);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, framebuffers[0]);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffers[1]);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, framebuffers[0]);
    CHECK(w.count() == 0);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, framebuffers[0]);
    CHECK(w.count() == 1);
    glDeleteFramebuffers(2, framebuffers);
}

TEST_CASE("nothing is counted afterwards") {
    Watched w;
    glFrontFace(GL_CW);
    gl::stopWatchingCalls();
    glFrontFace(GL_CW);
    CHECK(w.count() == 0);
    gl::watchRedundantCalls();
    glFrontFace(GL_CCW);
    glFrontFace(GL_CCW);
    CHECK(w.count() == 1);
}
