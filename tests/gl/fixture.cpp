#include "fixture.h"

#include "renderer-gl/redundant_calls.h"

namespace gltest {

pvg::TextureBody body2d(unsigned number, uint32_t width, uint32_t height) {
    pvg::TextureBody body;
    body.format = format(number);
    body.width = width;
    body.height = height;
    return body;
}

pvg::TextureRegion region2d(uint32_t width, uint32_t height) {
    pvg::TextureRegion region;
    region.width = width;
    region.height = height;
    return region;
}

Fixture::Fixture(const gl::BackendOptions& options) {
    REQUIRE_MESSAGE(m_context.isValid(), m_context.problem());
    gl::BackendOptions checked = options;
    checked.debugLog = &m_debugLog;
    auto backend = gl::createBackend(checked, m_shaders, m_presents, m_counters);
    REQUIRE_MESSAGE(backend.ok(), (backend ? "" : backend.error().text));
    m_backend = std::move(*backend);
}

Fixture::~Fixture() {
    CHECK(gl::redundantCalls() == 0);
    m_presents.destroyObjects();
    m_backend.reset();
    if (!mayReportMistakes) CHECK(m_counters.get(pvg::Counter::GlDebugErrors) == 0);
}

pvg::TextureId Fixture::texture(const pvg::TextureBody& body) {
    auto id = m_backend->createTexture(body);
    REQUIRE_MESSAGE(id.ok(), (id ? "" : id.error().sentence()));
    return *id;
}

pvg::BufferId Fixture::buffer(const Bytes& contents) {
    auto id = m_backend->createBuffer(contents.size());
    REQUIRE(id.ok());
    const std::span<const std::byte> run(contents);
    REQUIRE(m_backend->writeBuffer(*id, 0, {&run, 1}).ok());
    return *id;
}

void Fixture::write(pvg::TextureId id, const pvg::TextureRegion& region, uint64_t bytesPerRow, const Bytes& bytes) {
    const std::span<const std::byte> run(bytes);
    const auto written = m_backend->writeTexture(id, region, {bytesPerRow, bytesPerRow * region.height}, {&run, 1});
    REQUIRE_MESSAGE(written.ok(), (written ? "" : written.error().sentence()));
}

Bytes Fixture::read(pvg::TextureId id, const pvg::TextureRegion& region, uint64_t bytesPerRow) {
    Bytes result;
    const auto asked = m_backend->readTexture(id, region, {bytesPerRow, bytesPerRow * region.height},
                                              [&](std::span<const std::byte> bytes) { result.assign(bytes.begin(), bytes.end()); });
    REQUIRE_MESSAGE(asked.ok(), (asked ? "" : asked.error().sentence()));
    finish();
    return result;
}

Bytes Fixture::read(pvg::BufferId id, uint64_t offset, uint64_t size) {
    Bytes result;
    REQUIRE(m_backend->readBuffer(id, offset, size, [&](std::span<const std::byte> bytes) { result.assign(bytes.begin(), bytes.end()); }).ok());
    finish();
    return result;
}

void Fixture::finish() { REQUIRE(m_backend->wait(m_backend->submit(), 60'000'000'000)); }

} // namespace gltest
