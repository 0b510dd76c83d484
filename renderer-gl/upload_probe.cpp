#include "renderer-gl/upload_probe.h"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <vector>

#include "renderer-gl/handle.h"

namespace gl {

namespace {

constexpr GLsizei kEdge = 1024;
constexpr size_t kBytes = size_t(kEdge) * kEdge * 4;
constexpr int kRounds = 5;
constexpr GLbitfield kAccess = GL_MAP_WRITE_BIT | GL_MAP_PERSISTENT_BIT | GL_MAP_COHERENT_BIT;

template <class Work>
std::chrono::nanoseconds cost(const Work& work) {
    glFinish();
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::steady_clock::now() - start;
}

} // namespace

bool clientPointersAreCheaper() {
    const std::vector<std::byte> pixels(kBytes);
    const TextureName texture = makeTexture(GL_TEXTURE_2D);
    glTextureStorage2D(texture.get(), 1, GL_RGBA8, kEdge, kEdge);
    const BufferName staging = makeBuffer();
    glNamedBufferStorage(staging.get(), kBytes, nullptr, kAccess);
    void* mapped = glMapNamedBufferRange(staging.get(), 0, kBytes, kAccess);
    if (mapped == nullptr) return true;
    // Both orders: drivers convert BGRA on very different paths (opengl.md 2.1).
    const auto upload = [&](const void* from) {
        for (const GLenum order : {GL_RGBA, GL_BGRA})
            glTextureSubImage2D(texture.get(), 0, 0, 0, kEdge, kEdge, order, GL_UNSIGNED_BYTE, from);
    };
    // The best of rounds that take turns: the first ones pay for page faults and driver set-up, and a busy machine slows some of any kind.
    auto direct = std::chrono::nanoseconds::max(), staged = direct;
    for (int round = 0; round < kRounds; ++round) {
        direct = std::min(direct, cost([&] { upload(pixels.data()); }));
        glBindBuffer(GL_PIXEL_UNPACK_BUFFER, staging.get());
        staged = std::min(staged, cost([&] {
            for (int copy = 0; copy < 2; ++copy) std::memcpy(mapped, pixels.data(), kBytes);
            upload(nullptr);
        }));
        glBindBuffer(GL_PIXEL_UNPACK_BUFFER, 0);
    }
    glUnmapNamedBuffer(staging.get());
    return direct <= staged + staged / 8; // the ring holds memory of its own: it has to be worth it
}

} // namespace gl
