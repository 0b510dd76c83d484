// Pass merging: what the back end sees of consecutive render encoders.
#include "exec_pass_records.h"
#include "exec_records.h"

using namespace pvgtest;
using pvg::Counter;

namespace {

constexpr uint32_t kDepth32 = 252, kType2DArray = 3, kType2DMultisample = 4, kType3D = 7;
constexpr uint16_t kPrivate = 2 << 4;

Bytes visible(uint64_t offset) { return record(0x84, Bytes().u64(offset).u64(1)); }

struct MergeFixture : ExecFixture {
    uint32_t plain = texture({.width = 4, .height = 4}, 16).ref;
    uint32_t other = texture({.width = 4, .height = 4}, 16).ref;
    uint32_t depth = texture({.format = kDepth32, .width = 4, .height = 4, .options = kPrivate}, 16).ref;
    uint32_t pipeline = renderPipeline();

    // What the pipelines of this fixture touch; nothing by default.
    pvg::RenderPipelineUsage usage;

    MergeFixture() {
        backend.renderUsage = [this](const pvg::RenderPipelineRequest&) { return usage; };
    }
    Bytes drawing(const Bytes& state = {}) const { return joined({record(0x74, Bytes().u32(pipeline)), state, pvgtest::draw()}); }
    static Bytes encoder(const Pass& pass, const Bytes& records) { return segment(0, joined({pass.record(), records})); }
    Bytes encoder(const Pass& pass) const { return encoder(pass, drawing()); }
    Pass on(uint32_t texture, uint32_t load, uint32_t store = kStore) const { return Pass().color(0, {.texture = texture, .load = load, .store = store}); }

    // Passes the back end sees of these encoders, which all draw once.
    uint64_t passesOf(std::initializer_list<Pass> passes) {
        Bytes stream;
        for (const Pass& p : passes) stream.append(encoder(p));
        return passesIn(stream, passes.size());
    }
    uint64_t passesIn(const Bytes& stream, uint64_t draws) {
        const uint64_t passes = backend.passes, drawn = backend.draws;
        run(stream);
        CHECK(firstDecline() == "");
        CHECK(backend.draws - drawn == draws);
        return backend.passes - passes;
    }
};

} // namespace

TEST_CASE("passes that load what the one before stored become one") {
    MergeFixture f;
    CHECK(f.passesOf({f.on(f.plain, kClear), f.on(f.plain, kLoad), f.on(f.plain, kLoad)}) == 1);
    CHECK(f.counters.get(Counter::Passes) == 1);
    CHECK(f.backend.lastPass.colors[0].load == pvg::mtl::LoadAction::Clear);
    // Written back once, behind all of them.
    CHECK(f.counters.get(Counter::BytesWrittenBack) == 64);
}

TEST_CASE("passes with several attachments become one when all of them are loaded") {
    MergeFixture f;
    const auto both = [&](uint32_t load, uint32_t depthLoad) {
        return Pass().color(0, {.texture = f.plain, .load = load}).color(2, {.texture = f.other, .load = load}).depth({.texture = f.depth, .load = depthLoad});
    };
    CHECK(f.passesOf({both(kClear, kClear), both(kLoad, kLoad)}) == 1);
    CHECK(f.passesOf({both(kClear, kClear), both(kLoad, kClear)}) == 2);
    CHECK(f.passesOf({both(kClear, kClear), f.on(f.plain, kLoad)}) == 2);
    CHECK(f.passesOf({f.on(f.plain, kLoad), both(kLoad, kLoad)}) == 2);
}

TEST_CASE("an encoder without draws does not come between") {
    MergeFixture f;
    CHECK(f.passesIn(joined({f.encoder(f.on(f.plain, kClear)), f.encoder(f.on(f.other, kLoad), {}), f.encoder(f.on(f.plain, kLoad))}), 2) == 1);
}

TEST_CASE("a pass that clears, or does not care, is one of its own") {
    MergeFixture f;
    CHECK(f.passesOf({f.on(f.plain, kLoad), f.on(f.plain, kClear)}) == 2);
    CHECK(f.passesOf({f.on(f.plain, kLoad), f.on(f.plain, kDontCare)}) == 2);
    // Also when it does nothing else.
    CHECK(f.passesIn(joined({f.encoder(f.on(f.plain, kLoad)), f.encoder(f.on(f.plain, kClear), {}), f.encoder(f.on(f.plain, kLoad))}), 2) == 2);
}

TEST_CASE("what was not stored is not gone on with") {
    MergeFixture f;
    CHECK(f.passesOf({f.on(f.plain, kClear, kDontCare), f.on(f.plain, kLoad)}) == 2);
    // The last one may drop it.
    CHECK(f.passesOf({f.on(f.plain, kClear), f.on(f.plain, kLoad, kDontCare)}) == 1);
    CHECK(f.passesOf({f.on(f.plain, kClear), f.on(f.plain, kLoad, kDontCare), f.on(f.plain, kLoad)}) == 2);
}

TEST_CASE("store actions that come late count") {
    MergeFixture f;
    const auto late = [&](uint32_t action) { return f.encoder(f.on(f.plain, kClear, kUnknown), joined({f.drawing(), lateColor(action, 0)})); };
    CHECK(f.passesIn(joined({late(kStore), f.encoder(f.on(f.plain, kLoad))}), 2) == 1);
    CHECK(f.passesIn(joined({late(kDontCare), f.encoder(f.on(f.plain, kLoad))}), 2) == 2);
}

TEST_CASE("other images, extents and layers are other passes") {
    MergeFixture f;
    CHECK(f.passesOf({f.on(f.plain, kLoad), f.on(f.other, kLoad), f.on(f.plain, kLoad)}) == 3);
    CHECK(f.passesOf({f.on(f.plain, kLoad).extent(0, 4, 4), f.on(f.plain, kLoad).extent(0, 2, 4)}) == 2);
    const uint32_t array = f.texture({.type = kType2DArray, .width = 4, .height = 4, .array = 2}, 16).ref;
    const auto slice = [&](uint16_t n) { return Pass().color(0, {.texture = array, .slice = n, .load = kLoad}); };
    CHECK(f.passesOf({slice(0), slice(1), slice(1)}) == 2);
    CHECK(f.passesOf({slice(0), slice(0).extent(2, 0, 0)}) == 2);
    const uint32_t volume = f.texture({.type = kType3D, .width = 4, .height = 4, .depth = 2}, 16).ref;
    const auto plane = [&](uint16_t n) { return Pass().color(0, {.texture = volume, .plane = n, .load = kLoad}); };
    CHECK(f.passesOf({plane(0), plane(1)}) == 2);
    const auto moved = [&](uint32_t index) { return Pass().color(index, {.texture = f.plain, .load = kLoad}); };
    f.pipeline = f.renderPipeline(0);
    CHECK(f.passesOf({moved(0), moved(1)}) == 2);
}

TEST_CASE("a resolve ends its pass") {
    MergeFixture f;
    const uint32_t multisample = f.texture({.type = kType2DMultisample, .width = 4, .height = 4, .samples = 4, .options = kPrivate}, 16).ref;
    const auto pass = [&](uint32_t load, uint32_t store) {
        return Pass().color(0, {.texture = multisample, .resolve = store == kStore ? 0 : f.plain, .load = load, .store = store});
    };
    // Clears and resolves need no draw; a draw would need a pipeline with samples.
    const auto resolving = [&](std::initializer_list<Pass> passes) {
        Bytes stream;
        for (const Pass& p : passes) stream.append(MergeFixture::encoder(p, {}));
        return f.passesIn(stream, 0);
    };
    CHECK(resolving({pass(kClear, kStoreAndResolve), pass(kLoad, kStoreAndResolve)}) == 2);
    CHECK(resolving({pass(kClear, kStore), pass(kLoad, kStoreAndResolve)}) == 2);
}

TEST_CASE("blits, dispatches, events and packets end the pass before them") {
    MergeFixture f;
    const uint32_t buffer = f.buffer(4096).ref;
    const Bytes first = f.encoder(f.on(f.plain, kClear)), second = f.encoder(f.on(f.plain, kLoad));
    CHECK(f.passesIn(joined({first, segment(2, fillBuffer(buffer, 16, 1)), second}), 2) == 2);
    CHECK(f.passesIn(joined({first, segment(2, readTexture(f.plain, buffer, 4, 16)), second}), 2) == 2);
    const Bytes dispatch = joined({record(0xd0, Bytes().u32(f.computePipeline())), record(0xc8, Bytes().u64(1).u64(1).u64(1).u64(1).u64(1).u64(1))});
    const uint64_t passes = f.backend.passes;
    f.run(joined({first, segment(1, dispatch), second}));
    CHECK(f.backend.passes - passes == 2);
    CHECK(f.passesIn(joined({first, segment(3, {}), second}), 2) == 2);
    f.run(first);
    f.run(second);
    CHECK(f.backend.passes - passes == 2 + 2 + 2);
}

TEST_CASE("visibility results end their pass") {
    MergeFixture f;
    const uint32_t results = f.buffer(4096).ref;
    const Bytes counted = f.encoder(f.on(f.plain, kLoad).visibility(results), f.drawing(visible(8))), plain = f.encoder(f.on(f.plain, kLoad));
    CHECK(f.passesIn(joined({counted, plain}), 2) == 2);
    CHECK(f.passesIn(joined({plain, counted}), 2) == 2);
    CHECK(f.passesIn(joined({counted, counted}), 2) == 2);
}

TEST_CASE("stores of shaders are ordered before the next pass") {
    MergeFixture f;
    const uint32_t buffer = f.buffer(4096).ref;
    f.usage.fragment.buffersWritten = 1;
    const Bytes stores = f.encoder(f.on(f.plain, kLoad), f.drawing(record(0x6e, Bytes().u32(0).u32(1).u32(buffer).u64(0))));
    f.run(stores);
    const uint64_t passes = f.backend.passes, barriers = f.backend.barriers;
    f.run(joined({stores, stores}));
    CHECK(f.backend.passes - passes == 2);
    CHECK(f.backend.barriers - barriers == 2);
}

TEST_CASE("a texture over a buffer lands in it behind each encoder") {
    MergeFixture f;
    const uint32_t buffer = f.buffer(4096).ref;
    const uint32_t texture = f.object(8, bufferTextureDescriptor(buffer, 0, 16, {.width = 4, .height = 4}));
    CHECK(f.passesOf({f.on(texture, kClear), f.on(texture, kLoad)}) == 2);
}

TEST_CASE("sampling what the pass before drew, while it is drawn into, takes a barrier and no new pass") {
    MergeFixture f;
    const Bytes bind = record(0x72, Bytes().u32(0).u32(1).u32(f.plain));
    f.usage.fragment.texturesRead.set(0);
    const uint64_t barriers = f.backend.barriers;
    CHECK(f.passesIn(joined({f.encoder(f.on(f.plain, kClear)), f.encoder(f.on(f.plain, kLoad), f.drawing(bind))}), 2) == 1);
    CHECK(f.backend.barriers - barriers == 1);
}
