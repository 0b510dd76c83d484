// Textures that are not pages of their own: in heaps, over buffers, views, planes of surfaces.
#include <optional>

#include "exec_fixture.h"
#include "exec_records.h"

using namespace pvgtest;
using pvg::Counter;
using pvg::DeclineReason;

namespace {

// Type 8, record 0x15: a texture in a heap, at an offset if there is one.
Bytes heapTexture(const TextureShape& shape, std::optional<uint64_t> offset = {}, uint32_t heap = 6) {
    Bytes out;
    return out.u32(0x15).u32(60).u32(0).u32(heap).append(textureBody(shape)).u32(offset ? 1 : 0).u64(offset.value_or(0));
}

Bytes bufferToTexture(uint32_t from, uint32_t to, uint64_t side, uint64_t bytesPerRow) {
    Bytes p;
    p.u32(from).u32(to).u64(0).u64(bytesPerRow).u64(0).u64(side).u64(side).u64(1).u64(0).u64(0).u64(0);
    return record(0x12c, p.u16(0).u16(0).u32(0));
}

// Whether a pass that clears it to blue was declined for its descriptor.
bool isRefused(ExecFixture& f, uint32_t texture) {
    const uint64_t before = f.declines(DeclineReason::BadDescriptor);
    f.run(segment(0, clearToBlue(texture)));
    return f.declines(DeclineReason::BadDescriptor) == before + 1;
}

} // namespace

TEST_CASE("a texture in a heap keeps what was drawn, from packet to packet, and never touches guest pages") {
    ExecFixture f;
    const uint32_t texture = f.object(8, heapTexture({.width = 4, .height = 4, .mips = 3}));
    const auto first = f.buffer(64), second = f.buffer(64);
    f.run(segment(0, clearToBlue(texture)));
    CHECK(f.counters.get(Counter::BytesWrittenBack) == 0);
    f.run(segment(2, readTexture(texture, first.ref, 4, 16)));
    CHECK(f.guest.read32(kTask, first.va + 60) == kBlue);
    f.run(segment(2, readTexture(texture, second.ref, 4, 16)), {ExecFixture::cpuWrote(texture)});
    CHECK(f.guest.read32(kTask, second.va) == kBlue);
    CHECK(f.backend.textureUploads == 0);
    CHECK(f.firstDecline() == "");
}

TEST_CASE("textures over each other in a heap are counted, and each keeps its own contents") {
    ExecFixture f;
    const TextureShape shape{.width = 4, .height = 4}; // 4 rows of 256 bytes
    const uint32_t first = f.object(8, heapTexture(shape, 0)), second = f.object(8, heapTexture(shape, 768));
    const auto out = f.buffer(64), cells = f.buffer(64);
    f.guest.fill(kTask, cells.va, 64, 0x33);
    f.run(segment(0, clearToBlue(first)));
    CHECK(f.declines(DeclineReason::HeapAliasing) == 0);
    f.run(segment(2, bufferToTexture(cells.ref, second, 4, 16)), {ExecFixture::cpuWrote(cells.ref)});
    CHECK(f.declines(DeclineReason::HeapAliasing) == 1);
    f.run(segment(2, readTexture(first, out.ref, 4, 16)));
    CHECK(f.guest.read32(kTask, out.va) == kBlue);
    for (const auto& elsewhere : {heapTexture(shape, 4096), heapTexture(shape, 0, 7), heapTexture(shape)}) f.run(segment(0, clearToBlue(f.object(8, elsewhere))));
    CHECK(f.declines(DeclineReason::HeapAliasing) == 1);
}

TEST_CASE("textures of a surface whose forms a back end converts meet in guest pages") {
    ExecFixture f;
    const auto surface = f.surface(5, 4, 4, 64);
    const uint32_t plain = f.object(5, surfaceTextureDescriptor(5, {.format = 554, .width = 4, .height = 4}));
    const uint32_t encoded = f.object(5, surfaceTextureDescriptor(5, {.format = 555, .width = 4, .height = 4}));
    const auto cells = f.buffer(64), out = f.buffer(64);
    f.guest.fill(kTask, cells.va, 64, 0x33);
    f.run(segment(2, readTexture(plain, out.ref, 4, 16)));
    f.run(segment(2, bufferToTexture(cells.ref, encoded, 4, 16)), {ExecFixture::cpuWrote(cells.ref)});
    CHECK(f.guest.read32(0, surface.va) == 0);
    f.run(segment(2, readTexture(plain, out.ref, 4, 16)));
    CHECK(f.guest.read32(0, surface.va) == 0x33333333);
    CHECK(f.guest.read32(kTask, out.va) == 0x33333333);
    uint32_t width = 0, height = 0; // shown encoded, whichever was written last
    CHECK(f.executor.present(pvg::TaskId{0}, pvg::ObjectRef{5}, pvg::DisplayPort{0}, width, height).ok());
    CHECK(f.firstDecline() == "");
}

TEST_CASE("what is drawn to a texture over a buffer is in the buffer's pages, and what the CPU wrote there is in the texture") {
    ExecFixture f;
    const auto under = f.buffer(1024), to = f.buffer(64);
    const uint32_t texture = f.object(8, bufferTextureDescriptor(under.ref, 256, 64, {.width = 4, .height = 4}));
    f.run(segment(0, clearToBlue(texture)));
    CHECK(f.guest.read32(kTask, under.va + 256) == kBlue);
    CHECK(f.guest.read32(kTask, under.va + 256 + 3 * 64 + 12) == kBlue);
    CHECK(f.guest.read32(kTask, under.va + 256 + 16) == 0); // between the rows
    f.guest.fill(kTask, under.va + 256, 16, 0x77);
    f.run(segment(2, readTexture(texture, to.ref, 4, 16)), {ExecFixture::cpuWrote(under.ref)});
    CHECK(f.guest.read32(kTask, to.va) == 0x77777777);
    CHECK(f.guest.read32(kTask, to.va + 16) == kBlue);
    CHECK(f.firstDecline() == "");
}

TEST_CASE("textures over buffers that do not hold them are declined") {
    ExecFixture f;
    const auto under = f.buffer(1024);
    const TextureShape shape{.width = 4, .height = 4};
    CHECK(!isRefused(f, f.object(8, bufferTextureDescriptor(under.ref, 1024 - 3 * 64 - 16, 64, shape)))); // ends with its last texel
    CHECK(isRefused(f, f.object(8, bufferTextureDescriptor(under.ref, 1024 - 3 * 64 - 12, 64, shape))));
    CHECK(isRefused(f, f.object(8, bufferTextureDescriptor(under.ref, ~uint64_t{0} - 15, 64, shape))));
    CHECK(isRefused(f, f.object(8, bufferTextureDescriptor(under.ref, 0, 12, shape)))); // rows shorter than their texels
    CHECK(isRefused(f, f.object(8, bufferTextureDescriptor(under.ref, 0, uint64_t{1} << 62, shape))));
}

TEST_CASE("levels that do not lie in the texture's pages are declined") {
    ExecFixture f;
    const uint64_t va = f.guest.allocate(kTask, 4096);
    const auto texture = [&](uint64_t offset, uint64_t bytesPerRow, uint16_t slices = 1) {
        const TextureShape shape{.type = slices > 1 ? 3U : 2U, .width = 8, .height = 8, .array = slices};
        return f.object(2, textureDescriptor(4096, va, shape, {{offset, 256, bytesPerRow, 8, 8}}));
    };
    CHECK(!isRefused(f, texture(4096 - 256, 32)));
    CHECK(isRefused(f, texture(4096 - 252, 32)));
    CHECK(isRefused(f, texture(4096 - 256, 36)));
    CHECK(!isRefused(f, texture(4096 - 3 * 256, 32, 3)));
    CHECK(isRefused(f, texture(4096 - 2 * 256, 32, 3)));
    CHECK(isRefused(f, texture(0, 31)));
    CHECK(isRefused(f, texture(~uint64_t{0}, 32)));
}

TEST_CASE("a view lies in its base and has texels of its base's size") {
    ExecFixture f;
    const uint64_t va = f.guest.allocate(kTask, 4096);
    const TextureShape shape{.type = 3, .width = 8, .height = 8, .mips = 2, .array = 2};
    const uint32_t root = f.object(2, textureDescriptor(4096, va, shape, {{0, 512, 32, 8, 8}, {512, 128, 16, 4, 4}}));
    const auto view = [&](uint32_t format, std::array<uint64_t, 4> range) { return f.object(8, viewDescriptor(root, format, 3, range)); };
    CHECK(!isRefused(f, view(0, {0, 2, 0, 2})));
    CHECK(!isRefused(f, view(81, {1, 1, 1, 1}))); // BGRA8Unorm_sRGB
    CHECK(isRefused(f, view(0, {1, 2, 0, 1})));
    CHECK(isRefused(f, view(0, {0, 1, 1, 2})));
    CHECK(isRefused(f, view(115, {0, 1, 0, 1}))); // RGBA16Float: 8 bytes
    CHECK(isRefused(f, f.object(8, viewDescriptor(f.nextRef, 0, 3, {0, 1, 0, 1}))));
}

TEST_CASE("planes a surface does not have, and surfaces too short for theirs, are declined") {
    ExecFixture f;
    f.surface(5, 16, 16, 64);
    const TextureShape shape{.width = 16, .height = 16};
    Bytes second;
    second.u32(5).u32(0).u32(0x2f).u32(48).u32(0).append(textureBody(shape)).u16(1).u16(0); // plane 1
    CHECK(!isRefused(f, f.object(5, surfaceTextureDescriptor(5, shape))));
    CHECK(isRefused(f, f.object(5, second)));
    CHECK(isRefused(f, f.object(5, surfaceTextureDescriptor(5, {.width = 16, .height = 17}))));
    CHECK(isRefused(f, f.object(5, surfaceTextureDescriptor(5, {.width = 17, .height = 16}))));
}
