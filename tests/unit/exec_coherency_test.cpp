#include "exec_fixture.h"

using namespace pvgtest;
using pvg::Counter;
using pvg::DeclineReason;

namespace {

Bytes copyBuffer(uint32_t from, uint64_t fromOffset, uint32_t to, uint64_t toOffset, uint64_t size) {
    Bytes p;
    return record(0x12d, p.u32(from).u32(to).u64(fromOffset).u64(toOffset).u64(size));
}
Bytes fillBuffer(uint32_t buffer, uint64_t location, uint64_t length, uint8_t value) {
    Bytes p;
    return record(0x132, p.u32(buffer).u64(location).u64(length).u8(value).u8(0xcc).u8(0xcc).u8(0xcc));
}
Bytes bufferToTexture(uint32_t from, uint32_t to, uint32_t width, uint32_t height, uint64_t bytesPerRow, uint32_t x = 0, uint32_t y = 0) {
    Bytes p;
    p.u32(from).u32(to).u64(0).u64(bytesPerRow).u64(0).u64(width).u64(height).u64(1).u64(x).u64(y).u64(0);
    return record(0x12c, p.u16(0).u16(0).u32(0));
}
Bytes textureToBuffer(uint32_t from, uint32_t to, uint32_t width, uint32_t height, uint64_t bytesPerRow) {
    Bytes p;
    p.u32(from).u32(to).u64(0).u64(0).u64(0).u64(width).u64(height).u64(1).u64(0).u64(bytesPerRow).u64(bytesPerRow * height);
    return record(0x12e, p.u16(0).u16(0).u16(0).u16(0xcccc));
}

} // namespace

TEST_CASE("a copy between buffers lands in guest pages before the stamp and touches nothing else") {
    ExecFixture f;
    const auto a = f.buffer(10000), b = f.buffer(10000);
    f.guest.fill(kTask, a.va, 10000, 0x11);
    f.guest.fill(kTask, b.va, 10000, 0x22);
    f.run(segment(2, copyBuffer(a.ref, 4000, b.ref, 5000, 300)));
    const auto bytes = f.guest.read(kTask, b.va, 10000);
    for (size_t i = 0; i < bytes.size(); ++i) REQUIRE(uint8_t(bytes[i]) == (i >= 5000 && i < 5300 ? 0x11 : 0x22));
    CHECK(f.counters.get(Counter::Blits) == 1);
    CHECK(f.counters.get(Counter::BytesWrittenBack) == 300);
    CHECK(f.counters.declineTotal() == 0);
}

TEST_CASE("only bytes the GPU changed are written back: what the CPU wrote meanwhile survives") {
    ExecFixture f;
    const auto b = f.buffer(4096);
    f.guest.fill(kTask, b.va, 4096, 0x00);
    const auto work = f.executor.accept(f.packet({segment(2, fillBuffer(b.ref, 0, 2048, 0x77))}), pvg::Epoch{0});
    CHECK(f.executor.prepare(*work));
    f.backend.holdCompletion = true;
    const auto token = f.executor.execute(*work, false);
    f.guest.fill(kTask, b.va + 3000, 16, 0x55); // the CPU, while the GPU works
    CHECK(f.guest.read32(kTask, b.va) == 0);
    REQUIRE(f.backend.wait(token, 0));
    CHECK(f.guest.read32(kTask, b.va) == 0x77777777);
    CHECK(f.guest.read32(kTask, b.va + 2044) == 0x77777777);
    CHECK(f.guest.read32(kTask, b.va + 2048) == 0);
    CHECK(f.guest.read32(kTask, b.va + 3000) == 0x55555555);
}

TEST_CASE("a buffer is read again in each packet, and equal bytes are not uploaded again") {
    ExecFixture f;
    const auto a = f.buffer(4096), b = f.buffer(4096);
    f.guest.fill(kTask, a.va, 4096, 1);
    f.run(segment(2, copyBuffer(a.ref, 0, b.ref, 0, 64)));
    CHECK(f.guest.read32(kTask, b.va) == 0x01010101);
    const uint64_t uploaded = f.counters.get(Counter::BytesUploaded), skipped = f.counters.get(Counter::UploadsSkipped);
    f.run(segment(2, copyBuffer(a.ref, 0, b.ref, 0, 64)));
    CHECK(f.counters.get(Counter::BytesUploaded) == uploaded);
    CHECK(f.counters.get(Counter::UploadsSkipped) == skipped + 2);
    f.guest.fill(kTask, a.va, 4096, 2); // not announced by any validity quad
    f.run(segment(2, copyBuffer(a.ref, 0, b.ref, 0, 64)));
    CHECK(f.guest.read32(kTask, b.va) == 0x02020202);
}

TEST_CASE("a buffer with a write-back under way is waited for before its next use") {
    ExecFixture f;
    const auto b = f.buffer(64), c = f.buffer(64);
    f.backend.holdCompletion = true;
    f.run(segment(2, fillBuffer(b.ref, 0, 64, 0x33)));
    f.run(segment(2, copyBuffer(b.ref, 0, c.ref, 0, 64)));
    CHECK(f.counters.get(Counter::Stalls) == 1);
    f.backend.holdCompletion = false;
    f.backend.poll();
    CHECK(f.guest.read32(kTask, b.va) == 0x33333333);
    CHECK(f.guest.read32(kTask, c.va) == 0x33333333);
}

TEST_CASE("shared linear textures land before the stamp and keep row padding and texels outside the copy") {
    ExecFixture f;
    const auto source = f.buffer(1024);
    const auto texture = f.texture({.width = 4, .height = 4}, 256);
    f.guest.fill(kTask, source.va, 1024, 0xab);
    f.guest.fill(kTask, texture.va, 1024, 0x10);
    f.run(segment(2, bufferToTexture(source.ref, texture.ref, 2, 2, 8, 1, 1)));
    for (uint64_t y = 0; y < 4; ++y)
        for (uint64_t x = 0; x < 64; ++x) {
            const bool inside = y >= 1 && y < 3 && x >= 1 && x < 3;
            REQUIRE(f.guest.read32(kTask, texture.va + y * 256 + x * 4) == (inside ? 0xababababU : 0x10101010U));
        }
    CHECK(f.counters.get(Counter::BytesWrittenBack) == 16);
}

TEST_CASE("private textures land only when the guest asks") {
    ExecFixture f;
    const auto source = f.buffer(64);
    const auto texture = f.texture({.width = 4, .height = 4, .options = 2 << 4}, 16);
    f.guest.fill(kTask, source.va, 64, 0xee);
    SUBCASE("nothing by itself") {
        f.run(segment(2, bufferToTexture(source.ref, texture.ref, 4, 4, 16)));
        CHECK(f.guest.read32(kTask, texture.va) == 0);
    }
    SUBCASE("0x35") {
        f.run(segment(2, bufferToTexture(source.ref, texture.ref, 4, 4, 16)));
        const std::vector refs{pvg::ObjectRef{texture.ref}};
        const auto token = f.executor.synchronize(pvg::TaskId{kTask}, refs, pvg::Epoch{0});
        CHECK(f.backend.wait(token, 0));
        CHECK(f.guest.read32(kTask, texture.va + 60) == 0xeeeeeeee);
    }
    SUBCASE("synchronizeResource in the stream") {
        Bytes p;
        f.run(segment(2, bufferToTexture(source.ref, texture.ref, 4, 4, 16).append(record(0x13a, p.u32(texture.ref)))));
        CHECK(f.guest.read32(kTask, texture.va + 60) == 0xeeeeeeee);
    }
}

TEST_CASE("a texture is uploaded once, and again when the guest says that the CPU wrote it") {
    ExecFixture f;
    const auto texture = f.texture({.width = 4, .height = 4}, 16);
    const auto out = f.buffer(64);
    f.guest.fill(kTask, texture.va, 64, 0x01);
    f.run(segment(2, textureToBuffer(texture.ref, out.ref, 4, 4, 16)));
    CHECK(f.guest.read32(kTask, out.va) == 0x01010101);
    f.guest.fill(kTask, texture.va, 64, 0x02);
    f.run(segment(2, textureToBuffer(texture.ref, out.ref, 4, 4, 16)));
    CHECK(f.guest.read32(kTask, out.va) == 0x01010101);
    f.run(segment(2, textureToBuffer(texture.ref, out.ref, 4, 4, 16)), {ExecFixture::cpuWrote(texture.ref)});
    CHECK(f.guest.read32(kTask, out.va) == 0x02020202);
    CHECK(f.backend.textureUploads == 2);
}

TEST_CASE("textures over a buffer see its bytes, and what is written to them lands in it") {
    ExecFixture f;
    const auto base = f.buffer(4096);
    const uint32_t texture = f.object(8, bufferTextureDescriptor(base.ref, 256, 64, {.width = 4, .height = 2}));
    const auto out = f.buffer(64);
    f.guest.fill(kTask, base.va, 4096, 0x0a);
    f.run(segment(2, textureToBuffer(texture, out.ref, 4, 2, 16)));
    CHECK(f.guest.read32(kTask, out.va) == 0x0a0a0a0a);
    f.guest.fill(kTask, base.va, 4096, 0x0b);
    f.run(segment(2, textureToBuffer(texture, out.ref, 4, 2, 16)));
    CHECK(f.guest.read32(kTask, out.va) == 0x0b0b0b0b);
    f.guest.fill(kTask, out.va, 64, 0x0c);
    f.run(segment(2, bufferToTexture(out.ref, texture, 4, 2, 16)));
    CHECK(f.guest.read32(kTask, base.va + 256) == 0x0c0c0c0c);
    CHECK(f.guest.read32(kTask, base.va + 256 + 64) == 0x0c0c0c0c);
    CHECK(f.guest.read32(kTask, base.va + 256 + 16) == 0x0b0b0b0b);
    CHECK(f.counters.declineTotal() == 0);
}

TEST_CASE("a texture over a buffer that is cleared as a whole lands, zeros too, and leaves what is between its rows") {
    ExecFixture f;
    const auto base = f.buffer(4096);
    const uint32_t texture = f.object(8, bufferTextureDescriptor(base.ref, 256, 64, {.width = 4, .height = 2}));
    f.guest.fill(kTask, base.va, 4096, 0x0a);
    f.run(segment(0, passRecord({.texture = texture, .clear = {0, 0, 0, 0}})));
    for (const uint64_t row : {256, 256 + 64}) {
        for (uint64_t x = 0; x < 16; x += 4) CHECK(f.guest.read32(kTask, base.va + row + x) == 0);
        CHECK(f.guest.read32(kTask, base.va + row + 16) == 0x0a0a0a0a);
    }
}

TEST_CASE("dispatches of one serial encoder see what earlier ones stored through a texture over a buffer, and the other way round") {
    ExecFixture f;
    const auto base = f.buffer(256);
    const uint32_t texture = f.object(8, bufferTextureDescriptor(base.ref, 0, 64, {.width = 4, .height = 4}));
    pvg::ComputePipelineUsage usage;
    usage.kernel.buffersRead = usage.kernel.buffersWritten = 1;
    usage.kernel.texturesRead.set(0);
    usage.kernel.texturesWritten.set(0);
    f.backend.computeUsage = [&](const pvg::ComputePipelineRequest&) { return usage; };
    int dispatches = 0;
    std::vector<std::byte> seenInBuffer, seenInTexture;
    f.backend.onDispatch = [&](const pvg::ComputeState& state, const pvg::Dispatch&) {
        auto* const buffer = f.backend.bufferBytes(state.bindings.buffers[0].buffer);
        auto* const texels = f.backend.texels(state.bindings.textures[0], 0, 0);
        if (++dispatches == 1 && texels) std::ranges::fill(*texels, std::byte{0x11});
        if (dispatches == 2 && buffer) seenInBuffer = *buffer, std::ranges::fill(*buffer, std::byte{0x22});
        if (dispatches == 3 && texels) seenInTexture = *texels;
    };
    const uint32_t pipeline = f.computePipeline();
    // Each touches one of the two only; the table of slots stays.
    const auto bind = [&](uint32_t buffer, uint32_t image) {
        return record(0xcb, Bytes().u32(0).u32(1).u32(buffer).u64(0)).append(record(0xce, Bytes().u32(0).u32(1).u32(image)));
    };
    const Bytes dispatch = record(0xc8, Bytes().u64(1).u64(1).u64(1).u64(1).u64(1).u64(1));
    Bytes records = record(0xd0, Bytes().u32(pipeline));
    records.append(bind(0, texture)).append(dispatch).append(bind(base.ref, 0)).append(dispatch).append(bind(0, texture)).append(dispatch);
    f.run(segment(1, records));
    REQUIRE(dispatches == 3);
    REQUIRE(seenInBuffer.size() == 256);
    CHECK(seenInBuffer[0] == std::byte{0x11});
    CHECK(seenInBuffer[16] == std::byte{0}); // between the rows
    REQUIRE(!seenInTexture.empty());
    CHECK(seenInTexture[0] == std::byte{0x22});
    CHECK(f.firstDecline() == "");
}

TEST_CASE("views of one surface in two tasks share one image") {
    ExecFixture f;
    const auto surface = f.surface(7, 4, 4, 64);
    const uint32_t linear = f.object(5, surfaceTextureDescriptor(7, {.width = 4, .height = 4}));
    const uint32_t srgb = f.object(5, surfaceTextureDescriptor(7, {.format = 81, .width = 4, .height = 4}));
    const auto out = f.buffer(64);
    f.guest.fill(0, surface.va, 256, 0x44);
    f.run(segment(2, textureToBuffer(srgb, out.ref, 4, 4, 16)));
    CHECK(f.guest.read32(kTask, out.va) == 0x44444444);
    f.run(segment(0, passRecord({.texture = linear, .clear = {0, 0, 1, 1}})));
    f.run(segment(2, textureToBuffer(srgb, out.ref, 4, 4, 16)));
    CHECK(f.guest.read32(kTask, out.va) == 0xff0000ff); // BGRA bytes ff 00 00 ff
    CHECK(f.guest.read32(0, surface.va) == 0x44444444); // surfaces land on demand
    CHECK(f.backend.textureUploads == 1);

    SUBCASE("0x35 names the surface") {
        const std::vector refs{pvg::ObjectRef{7}};
        CHECK(f.backend.wait(f.executor.synchronize(pvg::TaskId{0}, refs, pvg::Epoch{0}), 0));
        CHECK(f.guest.read32(0, surface.va) == 0xff0000ff);
        CHECK(f.guest.read32(0, surface.va + 16) == 0x44444444); // padding
    }
    SUBCASE("0x34 of the surface makes every view stale") {
        f.guest.fill(0, surface.va, 256, 0x66);
        f.executor.invalidateResource(pvg::TaskId{0}, pvg::ObjectRef{7}, {true, false, false, true});
        f.run(segment(2, textureToBuffer(linear, out.ref, 4, 4, 16)));
        CHECK(f.guest.read32(kTask, out.va) == 0x66666666);
    }
    SUBCASE("a present shows what was rendered") {
        uint32_t width = 0, height = 0;
        REQUIRE(f.executor.present(pvg::TaskId{0}, pvg::ObjectRef{7}, pvg::DisplayPort{0}, width, height));
        CHECK(width == 4);
        const auto image = f.backend.presentedImage(pvg::DisplayPort{0});
        REQUIRE(image);
        CHECK(uint8_t(image->rgba[0]) == 0);
        CHECK(uint8_t(image->rgba[2]) == 255);
    }
    SUBCASE("a re-used id with another backing is another image") {
        f.guest.clearSlot(0, 7);
        const auto again = f.surface(7, 4, 4, 64);
        f.guest.fill(0, again.va, 256, 0x99);
        f.executor.deleteSurface(pvg::TaskId{0}, pvg::ObjectRef{7}); // trails the re-use
        f.run(segment(2, textureToBuffer(linear, out.ref, 4, 4, 16)));
        CHECK(f.guest.read32(kTask, out.va) == 0x99999999);
    }
    CHECK(f.firstDecline() == "");
}

TEST_CASE("a surface nobody made a texture of is presented from guest pages") {
    ExecFixture f;
    const auto surface = f.surface(9, 2, 2, 8);
    f.guest.fill(0, surface.va, 16, 0x31);
    uint32_t width = 0, height = 0;
    REQUIRE(f.executor.present(pvg::TaskId{0}, pvg::ObjectRef{9}, pvg::DisplayPort{0}, width, height));
    CHECK(f.backend.presentedImage(pvg::DisplayPort{0})->rgba == std::vector<std::byte>(16, std::byte(0x31)));
}

TEST_CASE("after an unmap nothing is written through the old translation") {
    ExecFixture f;
    const auto b = f.buffer(4096);
    const auto work = f.executor.accept(f.packet({segment(2, fillBuffer(b.ref, 0, 4096, 0x77))}), pvg::Epoch{0});
    f.executor.prepare(*work);
    f.backend.holdCompletion = true;
    const auto token = f.executor.execute(*work, false);
    f.guest.unmap(kTask, b.va, 4096);
    f.executor.unmapped(pvg::TaskId{kTask}, pvg::GuestVirt{b.va}, 4096);
    REQUIRE(f.backend.wait(token, 0));
    CHECK(f.declines(DeclineReason::UnmappedPage) == 1);
    f.guest.map(kTask, b.va, 4096);
    CHECK(f.guest.read32(kTask, b.va) == 0);
}

TEST_CASE("a write-back of an older device instance is dropped") {
    ExecFixture f;
    const auto b = f.buffer(4096);
    const auto work = f.executor.accept(f.packet({segment(2, fillBuffer(b.ref, 0, 4096, 0x77))}), pvg::Epoch{0});
    f.executor.prepare(*work);
    f.backend.holdCompletion = true;
    const auto token = f.executor.execute(*work, false);
    f.memory.gate().invalidate(pvg::Epoch{1});
    REQUIRE(f.backend.wait(token, 0));
    CHECK(f.guest.read32(kTask, b.va) == 0);
    CHECK(f.declines(DeclineReason::StaleEpoch) == 1);
}

TEST_CASE("a deleted object gets no write-back any more, and its ref may be used again") {
    ExecFixture f;
    const auto b = f.buffer(64);
    const auto work = f.executor.accept(f.packet({segment(2, fillBuffer(b.ref, 0, 64, 0x77))}), pvg::Epoch{0});
    f.executor.prepare(*work);
    f.backend.holdCompletion = true;
    const auto token = f.executor.execute(*work, false);
    f.executor.deleteResource(pvg::TaskId{kTask}, pvg::ObjectRef{b.ref});
    CHECK(f.backend.liveBuffers() == 0);
    REQUIRE(f.backend.wait(token, 0));
    CHECK(f.guest.read32(kTask, b.va) == 0);
    const uint64_t other = f.guest.allocate(kTask, 64);
    f.guest.setSlot(kTask, b.ref, 1, bufferDescriptor(64, other));
    f.backend.holdCompletion = false;
    f.run(segment(2, fillBuffer(b.ref, 0, 64, 0x12)));
    CHECK(f.guest.read32(kTask, other) == 0x12121212);
    CHECK(f.guest.read32(kTask, b.va) == 0);
}

TEST_CASE("a delete record deletes only objects of its kind") {
    ExecFixture f;
    const auto b = f.buffer(64);
    f.run(segment(2, fillBuffer(b.ref, 0, 64, 1)));
    f.executor.deleteObject(pvg::TaskId{kTask}, 0x3eb, pvg::ObjectRef{b.ref}); // deleteSampler
    CHECK(f.backend.liveBuffers() == 1);
    f.executor.deleteObject(pvg::TaskId{kTask}, 0x3e8, pvg::ObjectRef{b.ref});
    CHECK(f.backend.liveBuffers() == 0);
}

TEST_CASE("replaced pages are read anew") {
    ExecFixture f;
    const auto texture = f.texture({.width = 4, .height = 4}, 16);
    const auto out = f.buffer(64);
    f.guest.fill(kTask, texture.va, 64, 1);
    f.run(segment(2, textureToBuffer(texture.ref, out.ref, 4, 4, 16)));
    f.guest.map(kTask, texture.va, 64);
    f.guest.fill(kTask, texture.va, 64, 9);
    f.executor.replacePhysical(pvg::TaskId{kTask}, pvg::ObjectRef{texture.ref});
    f.run(segment(2, textureToBuffer(texture.ref, out.ref, 4, 4, 16)));
    CHECK(f.guest.read32(kTask, out.va) == 0x09090909);
}

TEST_CASE("reset and task removal leave no host object behind") {
    ExecFixture f;
    const auto b = f.buffer(64);
    const auto texture = f.texture({.width = 4, .height = 4}, 16);
    f.run(segment(2, bufferToTexture(b.ref, texture.ref, 4, 4, 16)));
    CHECK(f.backend.liveTextures() == 1);
    SUBCASE("reset") { f.executor.reset(pvg::Epoch{1}); }
    SUBCASE("0x20") { f.executor.deleteTask(pvg::TaskId{kTask}); }
    CHECK(f.backend.liveBuffers() == 0);
    CHECK(f.backend.liveTextures() == 0);
}

TEST_CASE("a buffer whose pages are not all there costs no host memory") {
    ExecFixture f;
    const auto source = f.buffer(64), claimed = f.buffer(64);
    f.guest.setSlot(kTask, claimed.ref, 1, bufferDescriptor(uint64_t(1) << 25, claimed.va));
    Bytes copy;
    f.run(segment(2, record(0x12d, copy.u32(source.ref).u32(claimed.ref).u64(0).u64(0).u64(16))));
    CHECK(f.declines(pvg::DeclineReason::UnmappedPage) == 1);
    CHECK(f.backend.liveBuffers() <= 1);
}
