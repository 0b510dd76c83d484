// Render passes: attachments, resolves, layers, extents, store actions sent late (stream.md 3).
#include "exec_pass_records.h"

using namespace pvgtest;
using pvg::Counter;
using pvg::DeclineReason;
using pvg::mtl::StoreAction;

namespace {

constexpr uint32_t kDepth32 = 252, kStencil8 = 253, kDepth32Stencil8 = 260;
constexpr uint32_t kType2DArray = 3, kType2DMultisample = 4, kType3D = 7;
constexpr uint16_t kPrivate = 2 << 4;

struct PassFixture : ExecFixture {
    // 4 x 4 texels of 4 bytes: 64 bytes of guest memory.
    uint32_t plain = texture({.width = 4, .height = 4}, 16).ref;
    uint32_t other = texture({.width = 4, .height = 4}, 16).ref;
    uint32_t multisample = texture({.type = kType2DMultisample, .width = 4, .height = 4, .samples = 4, .options = kPrivate}, 16).ref;
    uint32_t depth = texture({.format = kDepth32, .width = 4, .height = 4, .options = kPrivate}, 16).ref;
    uint32_t stencil = texture({.format = kStencil8, .width = 4, .height = 4, .options = kPrivate}, 4).ref;

    void pass(const Pass& p, const Bytes& more = {}) { run(segment(0, joined({p.record(), more}))); }
    Bytes draw(uint32_t colorFormat = 80) {
        return joined({record(0x74, Bytes().u32(renderPipeline(colorFormat))), record(0x01, Bytes().u32(3).u16(0).u16(3))});
    }
};

} // namespace

TEST_CASE("color, depth and stencil attachments reach the back end with their values") {
    PassFixture f;
    f.pass(Pass().color(3, {.texture = f.plain}).depth({.texture = f.depth, .store = kDontCare}, 0.25, 2).stencil({.texture = f.stencil}, 7, 1));
    REQUIRE(f.backend.passes == 1);
    const pvg::RenderPass& seen = f.backend.lastPass;
    CHECK(!seen.colors[0].texture);
    CHECK(seen.colors[3].texture);
    CHECK(seen.colors[3].load == pvg::mtl::LoadAction::Clear);
    CHECK(seen.depth.texture);
    CHECK(seen.depth.texture != seen.colors[3].texture);
    CHECK(seen.depth.store == StoreAction::DontCare);
    CHECK(seen.depth.clearDepth == 0.25);
    CHECK(seen.depth.resolveFilter == 2);
    CHECK(seen.stencil.texture);
    CHECK(seen.stencil.clearStencil == 7);
    CHECK(seen.stencil.resolveFilter == 1);
    CHECK(f.firstDecline() == "");
}

TEST_CASE("a resolve names its target, and what it writes lands in guest pages") {
    PassFixture f;
    const uint64_t va = f.guest.allocate(kTask, 4096);
    // Level 1 of two: 64 bytes behind the 256 of level 0.
    const uint32_t target = f.object(2, textureDescriptor(4096, va, {.width = 8, .height = 8, .mips = 2}, {{0, 256, 32, 8, 8}, {256, 64, 16, 4, 4}}));
    f.pass(Pass().color(0, {.texture = f.multisample, .resolve = target, .resolveLevel = 1, .store = kStoreAndResolve}));
    const pvg::ColorAttachment& seen = f.backend.lastPass.colors[0];
    CHECK(seen.store == StoreAction::StoreAndMultisampleResolve);
    CHECK(seen.resolveTexture);
    CHECK(seen.resolveTexture != seen.texture);
    CHECK(seen.resolveLevel == 1);
    CHECK(f.counters.get(Counter::BytesWrittenBack) == 64);
    CHECK(f.firstDecline() == "");
}

TEST_CASE("resolves into a slice and into a plane name them") {
    PassFixture f;
    const uint32_t layers = f.texture({.type = kType2DArray, .width = 4, .height = 4, .array = 3}, 16).ref;
    const uint32_t volume = f.texture({.type = kType3D, .width = 4, .height = 4, .depth = 4}, 16).ref;
    f.pass(Pass()
               .color(0, {.texture = f.multisample, .resolve = layers, .resolveSlice = 2, .store = kResolve})
               .color(1, {.texture = f.multisample, .resolve = volume, .resolvePlane = 3, .store = kResolve}));
    CHECK(f.backend.lastPass.colors[0].resolveSlice == 2);
    CHECK(f.backend.lastPass.colors[1].resolveDepthPlane == 3);
    CHECK(f.counters.get(Counter::BytesWrittenBack) == 64 + 64);
    CHECK(f.firstDecline() == "");
}

TEST_CASE("a resolve texture counts only where the store action resolves") {
    PassFixture f;
    f.pass(Pass().color(0, {.texture = f.multisample, .resolve = 900, .store = kStore}));
    CHECK(f.backend.passes == 1);
    CHECK(!f.backend.lastPass.colors[0].resolveTexture);
    CHECK(f.firstDecline() == "");
}

TEST_CASE("store actions sent late replace those of the record, each for its attachment, the last one wins") {
    PassFixture f;
    const Pass pass = Pass()
                          .color(0, {.texture = f.plain, .store = kUnknown})
                          .color(2, {.texture = f.other, .store = kUnknown})
                          .depth({.texture = f.depth, .store = kUnknown})
                          .stencil({.texture = f.stencil, .store = kUnknown});
    f.pass(pass, joined({f.draw(), lateColor(0, 2), lateColor(1, 2), lateDepth(1), lateStencil(0)}));
    const pvg::RenderPass& seen = f.backend.lastPass;
    CHECK(f.backend.draws == 1);
    CHECK(seen.colors[0].store == StoreAction::Unknown);
    CHECK(seen.colors[2].store == StoreAction::Store);
    CHECK(seen.depth.store == StoreAction::Store);
    CHECK(seen.stencil.store == StoreAction::DontCare);
}

TEST_CASE("without draws a pass runs for its clears and resolves alone") {
    PassFixture f;
    const auto passes = [&](const Pass& pass, const Bytes& more = {}) {
        const uint64_t before = f.backend.passes;
        f.pass(pass, more);
        return f.backend.passes - before;
    };
    const Attached multisample{.texture = f.multisample, .resolve = f.plain, .load = kLoad, .store = kUnknown};
    CHECK(passes(Pass().color(0, {.texture = f.plain, .load = kLoad})) == 0);
    CHECK(passes(Pass().color(0, {.texture = f.plain, .load = kDontCare})) == 0);
    CHECK(passes(Pass().color(0, multisample)) == 0);
    CHECK(passes(Pass().color(0, multisample), lateColor(kResolve, 0)) == 1);
    CHECK(passes(Pass().color(0, {.texture = 0, .load = kClear})) == 0); // absent, whatever its actions
    CHECK(passes(Pass().depth({.texture = f.depth, .load = kLoad})) == 0);
    CHECK(passes(Pass().depth({.texture = f.depth})) == 1);
    CHECK(passes(Pass().stencil({.texture = f.stencil})) == 1);
    CHECK(f.firstDecline() == "");
}

TEST_CASE("attachments that are none are declined by name, and their draws with them") {
    PassFixture f;
    DeclineReason reason = DeclineReason::MissingAttachment;
    uint64_t sameReason = 2; // the pass, and the draw behind it
    Pass pass;
    SUBCASE("level") { pass.color(0, {.texture = f.plain, .level = 1}); }
    SUBCASE("slice") { pass.color(0, {.texture = f.plain, .slice = 1}); }
    SUBCASE("plane") {
        const uint32_t volume = f.texture({.type = kType3D, .width = 4, .height = 4, .depth = 4}, 16).ref;
        pass.color(0, {.texture = volume, .plane = 4});
    }
    SUBCASE("different numbers of samples") { pass.color(0, {.texture = f.plain}).color(1, {.texture = f.multisample}); }
    SUBCASE("level to resolve into") { pass.color(0, {.texture = f.multisample, .resolve = f.plain, .resolveLevel = 1, .store = kResolve}); }
    SUBCASE("slice to resolve into") { pass.color(0, {.texture = f.multisample, .resolve = f.plain, .resolveSlice = 1, .store = kResolve}); }
    SUBCASE("nothing attached and no extent") { pass.extent(0, 0, 4); }
    SUBCASE("nothing attached and too large an extent") { pass.extent(0, 16385, 4); }
    SUBCASE("load action") { pass.color(0, {.texture = f.plain, .load = 3}), reason = DeclineReason::BadField, sameReason = 1; }
    SUBCASE("store action") { pass.color(0, {.texture = f.plain, .store = 6}), reason = DeclineReason::BadField, sameReason = 1; }
    SUBCASE("depth that does not resolve") { pass.depth({.texture = 900}), reason = DeclineReason::UnresolvedRef, sameReason = 1; }
    SUBCASE("stencil that does not resolve") { pass.stencil({.texture = 900}), reason = DeclineReason::UnresolvedRef, sameReason = 1; }
    SUBCASE("resolve texture that does not resolve") {
        pass.color(0, {.texture = f.multisample, .resolve = 900, .store = kResolve}), reason = DeclineReason::UnresolvedRef, sameReason = 1;
    }
    SUBCASE("visibility buffer that does not resolve") {
        pass.color(0, {.texture = f.plain}).visibility(900), reason = DeclineReason::UnresolvedRef, sameReason = 1;
    }
    const Bytes draw = f.draw();
    f.pass(pass, joined({draw, record(0x01, Bytes().u32(3).u16(0).u16(3))}));
    CHECK(f.backend.passes == 0);
    CHECK(f.backend.draws == 0);
    CHECK(f.declines(reason) == sameReason);
    CHECK(f.declines(DeclineReason::MissingAttachment) >= 1);
    CHECK(f.counters.declineTotal() == 2);
}

TEST_CASE("a pass without attachments has its own extent and samples") {
    PassFixture f;
    f.pass(Pass().extent(0, 64, 32), joined({samples(4), f.draw(0)}));
    CHECK(f.backend.draws == 1);
    CHECK(f.backend.lastPass.width == 64);
    CHECK(f.backend.lastPass.height == 32);
    CHECK(f.backend.lastPass.defaultSampleCount == 4);
    f.pass(Pass().extent(0, 64, 32), samples(0));
    f.pass(Pass().extent(0, 64, 32), samples(5)); // the back end has four
    CHECK(f.declines(DeclineReason::BadField) == 2);
}

TEST_CASE("a layered pass writes all slices or planes, another one only its own") {
    PassFixture f;
    const auto writtenBack = [&](const Pass& pass) {
        const uint64_t before = f.counters.get(Counter::BytesWrittenBack);
        f.pass(pass);
        return f.counters.get(Counter::BytesWrittenBack) - before;
    };
    const uint32_t layers = f.texture({.type = kType2DArray, .width = 4, .height = 4, .array = 3}, 16).ref;
    CHECK(writtenBack(Pass().color(0, {.texture = layers, .slice = 1})) == 64);
    CHECK(writtenBack(Pass().color(0, {.texture = layers}).extent(3, 0, 0)) == 3 * 64);
    CHECK(f.backend.lastPass.arrayLength == 3);
    const uint32_t volume = f.texture({.type = kType3D, .width = 4, .height = 4, .depth = 5}, 16).ref;
    CHECK(writtenBack(Pass().color(0, {.texture = volume, .plane = 4})) == 64);
    CHECK(f.backend.lastPass.colors[0].depthPlane == 4);
    CHECK(writtenBack(Pass().color(0, {.texture = volume}).extent(5, 0, 0)) == 5 * 64);
    CHECK(f.firstDecline() == "");
}

TEST_CASE("slice and plane do not reach the back end where they mean nothing") {
    PassFixture f;
    const uint32_t layers = f.texture({.type = kType2DArray, .width = 4, .height = 4, .array = 3}, 16).ref;
    const uint32_t volume = f.texture({.type = kType3D, .width = 4, .height = 4, .depth = 5}, 16).ref;
    const auto placeOf = [&](const Pass& pass) {
        f.pass(pass);
        const auto& color = f.backend.lastPass.colors[0];
        return std::pair{color.slice, color.depthPlane};
    };
    using Place = decltype(placeOf(Pass()));
    CHECK(placeOf(Pass().color(0, {.texture = volume, .slice = 7, .plane = 4})) == Place{0, 4});
    CHECK(placeOf(Pass().color(0, {.texture = layers, .slice = 2, .plane = 9})) == Place{2, 0});
    CHECK(placeOf(Pass().color(0, {.texture = layers, .slice = 9, .plane = 9}).extent(3, 0, 0)) == Place{0, 0});
    CHECK(placeOf(Pass().color(0, {.texture = volume, .slice = 9, .plane = 9}).extent(5, 0, 0)) == Place{0, 0});
    f.pass(Pass().color(0, {.texture = f.multisample, .resolve = volume, .resolveSlice = 9, .resolvePlane = 3, .store = kResolve}));
    CHECK(f.backend.lastPass.colors[0].resolveSlice == 0);
    CHECK(f.backend.lastPass.colors[0].resolveDepthPlane == 3);
    CHECK(f.backend.passes == 5);
    CHECK(f.backend.misuses == 0);
    CHECK(f.firstDecline() == "");
}

TEST_CASE("old contents are uploaded where the pass leaves some of them standing") {
    PassFixture f;
    const auto uploads = [&](const Pass& pass) {
        const uint64_t before = f.backend.textureUploads;
        f.pass(pass);
        return f.backend.textureUploads - before;
    };
    const auto volume = [&] { return f.texture({.type = kType3D, .width = 4, .height = 4, .depth = 4}, 16).ref; };
    const auto combined = [&] { return f.texture({.format = kDepth32Stencil8, .width = 4, .height = 4}, 32).ref; };
    CHECK(uploads(Pass().color(0, {.texture = volume(), .plane = 1})) == 1);
    CHECK(uploads(Pass().color(0, {.texture = volume()}).extent(4, 0, 0)) == 0);
    CHECK(uploads(Pass().depth({.texture = combined()})) == 1);
    const uint32_t both = combined();
    CHECK(uploads(Pass().depth({.texture = both}).stencil({.texture = both})) == 0);
    const uint32_t half = combined();
    CHECK(uploads(Pass().depth({.texture = half}).stencil({.texture = half, .load = kLoad})) == 1);
}

TEST_CASE("visibility results land eight bytes an offset, and offsets between words are declined") {
    PassFixture f;
    const auto results = f.buffer(256);
    f.guest.fill(kTask, results.va, 256, 0xee);
    f.backend.onDraw = [&](const pvg::RenderState& state, const pvg::DrawCall&) {
        // Eight bytes of a result, and more that is nobody's.
        auto& bytes = *f.backend.bufferBytes(f.backend.lastPass.visibilityBuffer);
        std::fill_n(bytes.begin() + ptrdiff_t(state.visibilityOffset), 12, std::byte(0x40 + state.visibilityOffset));
    };
    const Pass pass = Pass().color(0, {.texture = f.plain}).visibility(results.ref);
    const Bytes draw = f.draw();
    f.pass(pass, joined({visibilityMode(8, 2), draw, visibilityMode(32, 1), draw, visibilityMode(12, 1), visibilityMode(16, 3), visibilityMode(0, 0)}));
    CHECK(f.backend.draws == 2);
    CHECK(f.guest.read32(kTask, results.va + 4) == 0xeeeeeeee);
    CHECK(f.guest.read32(kTask, results.va + 8) == 0x48484848);
    CHECK(f.guest.read32(kTask, results.va + 12) == 0x48484848);
    CHECK(f.guest.read32(kTask, results.va + 16) == 0xeeeeeeee);
    CHECK(f.guest.read32(kTask, results.va + 36) == 0x60606060);
    CHECK(f.guest.read32(kTask, results.va + 40) == 0xeeeeeeee);
    CHECK(f.counters.get(Counter::BytesWrittenBack) == 64 + 2 * 8);
    CHECK(f.declines(DeclineReason::BadField) == 2);
}
