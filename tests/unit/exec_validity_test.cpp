// Validity quads, synchronisation, discards and replaced pages (objects.md 5, decisions.md 14 to 17).
#include "exec_fixture.h"
#include "exec_records.h"

using namespace pvgtest;
using pvg::DeclineReason;
using pvg::ObjectRef;
using pvg::TaskId;

namespace {

pvg::ValidityQuad quadOf(unsigned bits) { return {(bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0}; }

bool synchronize(ExecFixture& f, uint32_t task, uint32_t ref) {
    const std::vector refs{ObjectRef{ref}};
    return f.backend.wait(f.executor.synchronize(TaskId{task}, refs, pvg::Epoch{0}), 0);
}

} // namespace

TEST_CASE("of the sixteen validity quads those that clear the host copy make it re-read, and no other") {
    for (unsigned bits = 0; bits < 16; ++bits) {
        CAPTURE(bits);
        for (const bool isInPacket : {false, true}) {
            ExecFixture f;
            const auto texture = f.texture({.width = 4, .height = 4}, 16);
            const auto out = f.buffer(64);
            f.guest.fill(kTask, texture.va, 64, 0x11);
            f.run(segment(2, readTexture(texture.ref, out.ref, 4, 16)));
            f.guest.fill(kTask, texture.va, 64, 0x22);
            std::vector<pvg::ResourceRecord> table;
            if (isInPacket) table.push_back({ObjectRef{texture.ref}, quadOf(bits)});
            else f.executor.invalidateResource(TaskId{kTask}, ObjectRef{texture.ref}, quadOf(bits));
            f.run(segment(2, readTexture(texture.ref, out.ref, 4, 16)), table);
            CHECK(f.guest.read32(kTask, out.va) == (bits & 1 ? 0x22222222U : 0x11111111U));
            CHECK(f.counters.declineTotal() == 0);
        }
    }
}

TEST_CASE("no quad makes the host lose what the GPU wrote, but one that clears the host copy") {
    for (unsigned bits = 0; bits < 16; ++bits) {
        CAPTURE(bits);
        ExecFixture f;
        const auto texture = f.texture({.width = 4, .height = 4, .options = 2 << 4}, 16); // private: lands when asked
        f.run(segment(0, clearToBlue(texture.ref)));
        f.executor.invalidateResource(TaskId{kTask}, ObjectRef{texture.ref}, quadOf(bits));
        CHECK(synchronize(f, kTask, texture.ref));
        CHECK(f.guest.read32(kTask, texture.va) == (bits & 1 ? 0U : kBlue));
    }
}

TEST_CASE("a surface and each texture of it name one pair of validity bits") {
    ExecFixture f;
    const auto surface = f.surface(7, 4, 4, 16);
    const uint32_t view = f.object(5, surfaceTextureDescriptor(7, {.width = 4, .height = 4}));
    const uint32_t sibling = f.object(5, surfaceTextureDescriptor(7, {.format = 81, .width = 4, .height = 4}));
    const auto out = f.buffer(64);
    f.guest.fill(0, surface.va, 64, 0x11);
    f.run(segment(2, readTexture(view, out.ref, 4, 16)));
    f.guest.fill(0, surface.va, 64, 0x22);
    std::vector<pvg::ResourceRecord> table;
    SUBCASE("0x34 of the surface in task 0") { f.executor.invalidateResource(TaskId{0}, ObjectRef{7}, quadOf(0b1001)); }
    SUBCASE("0x34 of a texture in its own task") { f.executor.invalidateResource(TaskId{kTask}, ObjectRef{sibling}, quadOf(0b1001)); }
    SUBCASE("a texture in the table of a packet") { table.push_back({ObjectRef{sibling}, quadOf(0b1001)}); }
    f.run(segment(2, readTexture(view, out.ref, 4, 16)), table);
    CHECK(f.guest.read32(kTask, out.va) == 0x22222222);
}

TEST_CASE("0x35 lands a surface by its own id and by a texture of it, every plane and slice (decisions.md 16)") {
    ExecFixture f;
    const auto surface = f.surface(7, 4, 4, 16);
    const uint32_t view = f.object(5, surfaceTextureDescriptor(7, {.width = 4, .height = 4}));
    f.run(segment(0, clearToBlue(view)));
    CHECK(f.guest.read32(0, surface.va) == 0);
    SUBCASE("type 4") { CHECK(synchronize(f, 0, 7)); }
    SUBCASE("type 5") { CHECK(synchronize(f, kTask, view)); }
    for (uint64_t at = 0; at < 64; at += 4) CHECK(f.guest.read32(0, surface.va + at) == kBlue);
    CHECK(f.counters.declineTotal() == 0);
}

TEST_CASE("0x35 lands every level and slice of a private texture and of no other") {
    ExecFixture f;
    const TextureShape shape{.type = 3, .width = 4, .height = 4, .array = 3, .options = 2 << 4};
    const auto texture = f.texture(shape, 16), other = f.texture(shape, 16);
    Bytes passes;
    for (uint32_t slice = 0; slice < 3; ++slice)
        for (const uint32_t ref : {texture.ref, other.ref})
            passes.append(segment(0, passRecord({.texture = ref, .slice = slice, .clear = {0, 0, 1, 1}})));
    f.run(passes);
    CHECK(synchronize(f, kTask, texture.ref));
    for (uint64_t slice = 0; slice < 3; ++slice) {
        CHECK(f.guest.read32(kTask, texture.va + 64 * slice) == kBlue);
        CHECK(f.guest.read32(kTask, other.va + 64 * slice) == 0);
    }
}

TEST_CASE("0x35 of a surface whose slot names another one by now writes nothing to the old pages") {
    ExecFixture f;
    const auto old = f.surface(7, 4, 4, 16);
    const uint32_t view = f.object(5, surfaceTextureDescriptor(7, {.width = 4, .height = 4}));
    f.run(segment(0, clearToBlue(view)));
    SUBCASE("another surface") { (void)f.surface(7, 4, 4, 16); }
    SUBCASE("nothing") { f.guest.clearSlot(0, 7); }
    SUBCASE("a buffer") { f.guest.setSlot(0, 7, 1, bufferDescriptor(64, f.guest.allocate(0, 64))); }
    CHECK(synchronize(f, 0, 7));
    CHECK(synchronize(f, kTask, view));
    CHECK(f.guest.read32(0, old.va) == 0);
}

TEST_CASE("pages replaced while a write-back is under way: nothing lands in the new ones, and they are what counts") {
    ExecFixture f;
    const auto buffer = f.buffer(64), out = f.buffer(64);
    const auto work = f.executor.accept(f.packet({segment(2, fillBuffer(buffer.ref, 64, 0x77))}), pvg::Epoch{0});
    f.executor.prepare(*work);
    f.backend.holdCompletion = true;
    const auto token = f.executor.execute(*work, false);
    f.guest.map(kTask, buffer.va, 64); // fresh zero pages
    f.executor.replacePhysical(TaskId{kTask}, ObjectRef{buffer.ref});
    REQUIRE(f.backend.wait(token, 0));
    f.backend.holdCompletion = false;
    CHECK(f.guest.read32(kTask, buffer.va) == 0);
    f.run(segment(2, record(0x12d, Bytes().u32(buffer.ref).u32(out.ref).u64(0).u64(0).u64(64))));
    CHECK(f.guest.read32(kTask, out.va) == 0);
}

TEST_CASE("a write-back that finds no page leaves no difference between the host copy and what is uploaded next") {
    ExecFixture f;
    const auto buffer = f.buffer(64), out = f.buffer(64);
    const auto work = f.executor.accept(f.packet({segment(2, fillBuffer(buffer.ref, 64, 0x77))}), pvg::Epoch{0});
    f.executor.prepare(*work);
    f.backend.holdCompletion = true;
    const auto token = f.executor.execute(*work, false);
    f.guest.unmap(kTask, buffer.va, 64);
    REQUIRE(f.backend.wait(token, 0));
    f.backend.holdCompletion = false;
    CHECK(f.declines(DeclineReason::UnmappedPage) == 1);
    f.guest.map(kTask, buffer.va, 64);
    f.executor.unmapped(TaskId{kTask}, pvg::GuestVirt{buffer.va}, 64); // 0x39
    f.run(segment(2, record(0x12d, Bytes().u32(buffer.ref).u32(out.ref).u64(0).u64(0).u64(64))));
    CHECK(f.guest.read32(kTask, out.va) == 0);
}
