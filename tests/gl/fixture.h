// A back end over its own context, and the short forms tests need. Every fixture ends with the demand that the driver found no mistake.
#pragma once

#include <doctest/doctest.h>

#include <cstring>
#include <sstream>
#include <optional>
#include <vector>

#include "egl_context.h"
#include "fake_shaders.h"
#include "renderer-gl/gl_backend.h"

// Failing comparisons show what was there.
namespace doctest {
template <class T>
    requires std::is_arithmetic_v<T>
struct StringMaker<std::vector<T>> {
    static String convert(const std::vector<T>& values) {
        std::ostringstream text;
        for (size_t i = 0; i < values.size() && i < 64; ++i) text << (i == 0 ? "" : " ") << +values[i];
        return text.str().c_str();
    }
};
template <>
struct StringMaker<std::vector<std::byte>> {
    static String convert(const std::vector<std::byte>& values) {
        std::ostringstream text;
        for (size_t i = 0; i < values.size() && i < 64; ++i) text << (i == 0 ? "" : " ") << int(values[i]);
        return text.str().c_str();
    }
};
} // namespace doctest

namespace gltest {

using Bytes = std::vector<std::byte>;

template <class T>
Bytes toBytes(const std::vector<T>& values) {
    Bytes bytes(values.size() * sizeof(T));
    std::memcpy(bytes.data(), values.data(), bytes.size());
    return bytes;
}
template <class T>
std::vector<T> fromBytes(const Bytes& bytes) {
    std::vector<T> values(bytes.size() / sizeof(T));
    std::memcpy(values.data(), bytes.data(), values.size() * sizeof(T));
    return values;
}

constexpr pvg::mtl::PixelFormat format(unsigned number) { return pvg::mtl::PixelFormat(number); }

// 2D, everything else as in a new MTLTextureDescriptor.
pvg::TextureBody body2d(unsigned format, uint32_t width, uint32_t height);
pvg::TextureRegion region2d(uint32_t width, uint32_t height);

class Fixture {
public:
    explicit Fixture(const gl::BackendOptions& options = {});
    ~Fixture();

    pvg::Backend& backend() { return *m_backend; }
    FakeShaders& shaders() { return m_shaders; }
    gl::PresentQueue& presents() { return m_presents; }
    pvg::Counters& counters() { return m_counters; }

    pvg::TextureId texture(const pvg::TextureBody& body);
    pvg::BufferId buffer(const Bytes& contents);
    template <class T>
    pvg::BufferId bufferOf(const std::vector<T>& values) {
        return buffer(toBytes(values));
    }
    void write(pvg::TextureId id, const pvg::TextureRegion& region, uint64_t bytesPerRow, const Bytes& bytes);
    Bytes read(pvg::TextureId id, const pvg::TextureRegion& region, uint64_t bytesPerRow);
    Bytes read(pvg::BufferId id, uint64_t offset, uint64_t size);
    // Ends the batch and lets its readbacks arrive.
    void finish();

    bool mayReportMistakes = false; // the driver, in a test that makes it fail

private:
    EglContext m_context;
    FakeShaders m_shaders;
    gl::PresentQueue m_presents;
    pvg::Counters m_counters;
    gl::DebugLog m_debugLog{m_counters};
    std::unique_ptr<pvg::Backend> m_backend;
};

} // namespace gltest
