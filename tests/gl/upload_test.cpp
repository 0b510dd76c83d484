#include <numeric>

#include "fixture.h"
#include "renderer-gl/upload.h"

using namespace gltest;

namespace {

Bytes pattern(size_t size, unsigned seed) {
    std::vector<uint32_t> words((size + 3) / 4);
    for (size_t i = 0; i < words.size(); ++i) words[i] = uint32_t(i * 2654435761u + seed);
    Bytes bytes = toBytes(words);
    bytes.resize(size);
    return bytes;
}

} // namespace

// Sizes that run through the ring more than twice, with pieces that do not fit at its end and one larger than the ring allows.
TEST_CASE("both strategies deliver every byte, in order with copies out of the ring") {
    const EglContext context;
    REQUIRE(context.isValid());
    auto caps = gl::measureCaps();
    REQUIRE(caps.ok());
    pvg::Counters counters;
    gl::StateCache state(*caps, counters);
    gl::GpuWatch watch;
    for (const bool isRing : {false, true}) {
        CAPTURE(isRing);
        const auto upload = isRing ? gl::makeRingUpload(state, watch) : gl::makeDirectUpload();
        const gl::BufferName target = gl::makeBuffer();
        constexpr size_t kSize = 40U << 20;
        glNamedBufferStorage(target.get(), kSize, nullptr, GL_DYNAMIC_STORAGE_BIT | GL_MAP_READ_BIT);
        unsigned seed = 0;
        for (const size_t size : {size_t(64), size_t(5000), size_t(9) << 20, size_t(11) << 20, size_t(13) << 20, size_t(15) << 20, size_t(16) << 20,
                                  size_t(7) << 20, size_t(14) << 20, kSize}) {
            const Bytes bytes = pattern(size, ++seed);
            const std::array<std::span<const std::byte>, 3> runs{std::span(bytes).first(size / 3), std::span<const std::byte>(),
                                                                 std::span(bytes).subspan(size / 3)};
            upload->writeBuffer(target.get(), 0, runs);
            upload->submitted();
            Bytes got(size);
            glGetNamedBufferSubData(target.get(), 0, GLsizeiptr(size), got.data());
            CHECK(got == bytes);
        }
    }
    CHECK(glGetError() == GL_NO_ERROR);
}

TEST_CASE("pixels staged through the ring reach the texture") {
    const EglContext context;
    REQUIRE(context.isValid());
    auto caps = gl::measureCaps();
    REQUIRE(caps.ok());
    pvg::Counters counters;
    gl::StateCache state(*caps, counters);
    gl::GpuWatch watch;
    const auto upload = gl::makeRingUpload(state, watch);
    gl::Texture texture;
    texture.format = gl::findFormat(format(80));
    texture.size = {64, 64, 1};
    texture.name = gl::makeTexture(GL_TEXTURE_2D);
    glTextureStorage2D(texture.name.get(), 1, GL_RGBA8, 64, 64);
    const Bytes bytes = pattern(64 * 64 * 4, 3);
    const std::array<std::span<const std::byte>, 2> runs{std::span(bytes).first(1001), std::span(bytes).subspan(1001)};
    gl::uploadPixels(state, {&texture, region2d(64, 64), {256, 256 * 64}, pvg::Aspect::All}, upload->stagePixels(runs));
    Bytes got(bytes.size());
    state.packTo(0, {});
    glGetTextureImage(texture.name.get(), 0, GL_BGRA, GL_UNSIGNED_BYTE, GLsizei(got.size()), got.data());
    CHECK(got == bytes);
    CHECK(glGetError() == GL_NO_ERROR);
}
